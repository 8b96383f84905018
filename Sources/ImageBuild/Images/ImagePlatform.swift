internal import AzureMLSupport

/// Operating system and processor of an image, spelled as `Environment.imagePlatform()` does.
enum ImagePlatform {
    /// One spelling for all that an image can say: that of containerd, by which engines compare platforms.
    ///
    /// - Returns: Such as `linux/arm/v7`; `nil` when the image does not say for which platform it is.
    static func name(os: JSONValue, architecture: JSONValue, variant: JSONValue) -> String? {
        guard let os = os.string, let architecture = architecture.string, !os.isEmpty, !architecture.isEmpty else {
            return nil
        }
        let parts: [String]
        switch (architecture, variant.string ?? "") {
        case ("x86_64", ""), ("x86_64", "v1"), ("amd64", "v1"): parts = ["amd64"]
        case ("aarch64", ""), ("aarch64", "v8"), ("arm64", "v8"): parts = ["arm64"]
        case ("arm", ""): parts = ["arm", "v7"]
        case (_, ""): parts = [architecture]
        case (_, let variant): parts = [architecture, variant]
        }
        return ([os] + parts).joined(separator: "/")
    }
}
