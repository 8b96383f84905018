internal import DockerSyntax

/// The digests of Azure's base images in public build logs.
struct KnownBaseImages: BaseImageDigests {
    func digest(of image: ImageReference) async throws -> ImageDigest? {
        let name = image.description
        return Self.all.first { $0.image == name }.flatMap { try? ImageDigest(parsing: $0.digest) }
    }

    /// Whether a log of these years shows the image with its digest.
    static func wasSeen(_ image: ImageReference, in years: ClosedRange<Int>) -> Bool {
        let name = image.description
        return all.contains { years.contains($0.year) && "\($0.image)@\($0.digest)" == name }
    }

    private struct Sighting {
        let image: String
        let digest: String
        let year: Int
    }

    private static let all = [
        // microsoft/MLOpsPython, exp.ipynb, of 2020-03-03; MicrosoftLearning/DP100, issue 17, of 2020-04-08
        Sighting(
            image: "mcr.microsoft.com/azureml/base:intelmpi2018.3-ubuntu16.04",
            digest: "sha256:a1b514f3ba884b9a7695cbba5638933ddaf222e8ce3e8c81e8cdf861679abb05",
            year: 2020
        ),
        // The guide "Azure ML Containers", of 2020-11; classicboyir/env_example, of 2020-10-29
        Sighting(
            image: "mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20200821.v1",
            digest: "sha256:8cee6f674276dddb23068d2710da7f7f95b119412cc482675ac79ba45a4acf99",
            year: 2020
        ),
        // Azure/azureml-sdk-for-r, issue 398, comment of 2020-10-22
        Sighting(
            image: "mcr.microsoft.com/azureml/base:openmpi3.1.2-ubuntu16.04",
            digest: "sha256:8bc7ffc7142fb2914e40e8d64fed7bb89f7d087b670c0cb3168d241a5e908e98",
            year: 2020
        ),
        // fmussari/mslearn-aml-cli, Allfiles/20_image_build_log.txt, of 2023-08-15; the image has no tag there
        Sighting(
            image: "mcr.microsoft.com/azureml/openmpi3.1.2-ubuntu18.04",
            digest: "sha256:ef6728e7a83b30cff73b3bf8d7add9851e878877adeb4e9353a67ea19c9933eb",
            year: 2023
        ),
        // Kyrsang/automl-conda-yml-debug, README, of 2024-10-15
        Sighting(
            image: "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu20.04:latest",
            digest: "sha256:be42e92cad29c2691a55549e982338ce545d29cd61f782ef9c002beaf30a6568",
            year: 2024
        ),
        // Megislava/nd00333-capstone, 20_image_build_log.txt, of 2026-02-03
        Sighting(
            image: "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20251002.v1",
            digest: "sha256:42d89a0409f76aab4b23eb0d78a4917eb6ed9c9eeab44d5292e69650ae05e8ba",
            year: 2026
        ),
    ]
}
