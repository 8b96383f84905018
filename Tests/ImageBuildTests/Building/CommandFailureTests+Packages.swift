extension CommandFailureTests {
    static let packages: [Row] = [
        Row(
            "pip cannot open a requirements file",
            [
                "Pip subprocess error:",
                "ERROR: Could not open requirements file: [Errno 2] No such file or directory: 'requirements.txt'",
                "", "failed",
            ] + pipFails
        ),
        Row(
            nil,
            ["ERROR: Could not open requirements file: [Errno 13] Permission denied: 'requirements.txt'"]
        ),
        Row(
            "an editable requirement",
            [
                "ERROR: ./mine is not a valid editable requirement. It should either be a path to a local project or a "
                    + "VCS URL (beginning with bzr+http, git+https)."
            ] + pipFails
        ),
        Row(
            "a requirement names a local file",
            [
                "ERROR: Invalid requirement: './mine' (from line 1 of condaenv.x.requirements.txt)",
                "Hint: It looks like a path. File './mine' does not exist.",
            ]
        ),
        Row(
            "a requirement names a local file",
            [
                "WARNING: Requirement 'mine-1.0-py3-none-any.whl' looks like a filename, but the file does not exist",
                "ERROR: Could not install packages due to an OSError: [Errno 2] No such file or directory: "
                    + "'/azureml-environment-setup/mine-1.0-py3-none-any.whl'",
            ]
        ),
        Row(
            "a requirement names a local file",
            [
                "ERROR: Could not install packages due to an EnvironmentError: [Errno 2] No such file or directory: "
                    + "'/home/me/mine-1.0.tar.gz'"
            ]
        ),
        Row(
            "a requirement names a local file or project of the machine that made a conda package",
            [
                "Processing /home/conda/feedstock_root/build_artifacts/numpy_1/work (from -r condaenv.x.txt (line 1))",
                "ERROR: Could not install packages due to an OSError: [Errno 2] No such file or directory: "
                    + "'/home/conda/feedstock_root/build_artifacts/numpy_1/work'",
            ] + pipFails
        ),
        Row(
            "a requirement names a local file or project of the machine that made a conda package",
            [
                "ERROR: Could not install packages due to an EnvironmentError: [Errno 2] No such file or directory: "
                    + "'/System/Volumes/Data/conda/numpy_1/work'"
            ]
        ),
        Row(
            "a requirement names a local file or project of the machine that made a conda package",
            [
                "ERROR: Could not install packages due to an OSError: [Errno 2] No such file or directory: "
                    + "'/croot/numpy_and_numpy_base_1/work/dist/numpy-1.26.4-cp311-cp311-linux_x86_64.whl'"
            ]
        ),
        Row(
            "a requirement names a local file",
            ["ERROR: Directory './mine' is not installable. Neither 'setup.py' nor 'pyproject.toml' found."]
        ),
        Row(
            "a requirement names a local file",
            ["ERROR: file:///mine does not appear to be a Python project: neither 'setup.py' nor 'pyproject.toml'"]
        ),
        Row(
            nil,
            [
                "ERROR: Could not install packages due to an OSError: [Errno 2] No such file or directory: "
                    + "'/opt/conda/lib/python3.8/site-packages/numpy-1.19.5.dist-info/METADATA'"
            ]
        ),
        Row(
            "the disk on which",
            ["ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"]
        ),
        Row(
            "some requirements have a hash",
            [
                "ERROR: Hashes are required in --require-hashes mode, but they are missing from some requirements. "
                    + "Here is a list of those requirements along with the hashes their downloaded archives had.",
                "    numpy==1.21.2 --hash=sha256:00",
            ]
        ),
        Row(
            "some requirements have a hash",
            [
                "ERROR: In --require-hashes mode, all requirements must have their versions pinned with ==. These do "
                    + "not:", "    six from https://files.example.org/six-1.16.0-py2.py3-none-any.whl",
            ]
        ),
        Row(
            "a downloaded package does not have the hash",
            [
                "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the "
                    + "package versions, please update the hashes.", "    base==1.0 from file:///links/base.whl:",
                "        Expected sha256 00", "             Got        26",
            ]
        ),
        Row(
            "pip finds no versions that satisfy all",
            [
                "ERROR: Cannot install one==1.0 and two==1.0 because these package versions have conflicting "
                    + "dependencies.", "", "The conflict is caused by:", "    one 1.0 depends on base==1.0",
                "    two 1.0 depends on base==2.0", "",
                "ERROR: ResolutionImpossible: for help visit https://pip.pypa.io/en/latest/topics/"
                    + "dependency-resolution/#dealing-with-dependency-conflicts",
            ] + pipFails
        ),
        Row(
            nil,
            [
                "ERROR: pip's dependency resolver does not currently take into account all the packages that are "
                    + "installed. This behaviour is the source of the following dependency conflicts.",
                "azureml-core 1.60 requires packaging<=25.0, but you have packaging 26.0 which is incompatible.",
            ]
        ),
        Row(
            "pip finds no versions that satisfy all requirements before it gives up",
            [
                "ERROR: Exception:", "Traceback (most recent call last):",
                "pip._vendor.resolvelib.resolvers.ResolutionTooDeep: 200000",
            ] + pipFails
        ),
        Row(
            "pip finds no versions that satisfy all requirements before it gives up",
            [
                "error: resolution-too-deep", "", "× Dependency resolution exceeded maximum depth",
                "╰─> Pip cannot resolve the current dependencies as the dependency graph is too complex for pip to "
                    + "solve efficiently.",
            ]
        ),
        Row(
            "pip cannot read a requirement",
            [
                "ERROR: Invalid requirement: 'numpy=1.3' (from line 1 of condaenv.x.requirements.txt)",
                "Hint: = is not a valid operator. Did you mean == ?",
            ] + pipFails
        ),
        Row(
            "pip cannot read a requirement",
            [
                "ERROR: Invalid requirement: 'numpy=1.3': Expected end or semicolon (after name and no valid version "
                    + "specifier)", "    numpy=1.3", "         ^ (from line 1 of condaenv.x.requirements.txt)",
            ]
        ),
        Row(
            "a command, most often pip, does not take an option",
            [
                "Usage: __main__.py [options]", "", "ERROR: Invalid requirement: --no-cache-dir",
                "__main__.py: error: no such option: --no-cache-dir", "",
            ] + pipFails
        ),
        Row(
            "a package exists only to say that another one is meant",
            [
                "      The 'sklearn' PyPI package is deprecated, use 'scikit-learn'",
                "      rather than 'sklearn' for pip "
                    + "commands.", "error: metadata-generation-failed",
            ]
        ),
        Row(
            "pip cannot build a package",
            [
                "  Building wheel for mine (pyproject.toml) did not run successfully.",
                "      error: command 'gcc' failed: No such file or directory", "      [end of output]",
                "  ERROR: Failed building wheel for mine", "Failed to build mine",
                "ERROR: Could not build wheels for mine, which is required to install pyproject.toml-based projects",
            ] + pipFails
        ),
        Row(
            "a command was killed",
            [
                "      c++: fatal error: Killed signal terminated program cc1plus",
                "  ERROR: Failed building wheel for x",
            ]
        ),
        Row(
            "the disk on which",
            ["      /tmp/x.s: fatal error: No space left on device", "  ERROR: Failed building wheel for x"]
        ),
        Row(
            nil,
            [
                "  ERROR: Failed building wheel for mine",
                "    Running setup.py install for mine: finished with status",
                "Successfully installed mine-1.0", "FAILED test_mine.py",
            ]
        ),
        Row(
            "pip finds no package for an entry of the specification",
            [
                "ERROR: Could not find a version that satisfies the requirement azureml-samples==0+unknown (from -r "
                    + "/azureml-environment-setup/condaenv.dxi_0178.requirements.txt (line 39)) (from versions: none)",
                "ERROR: No matching distribution found for azureml-samples==0+unknown", "",
                "CondaValueError: pip returned an error",
            ]
        ),
        Row(
            nil,
            [
                "Solving environment: ...working... failed", "",
                "CondaDependencyError: Cannot run solver. No functioning SAT implementations available.",
            ]
        ),
        Row(nil, ["Could not build wheels for mine, since package 'wheel' is not installed."]),
    ]

    static let pythons: [Row] = [
        Row(
            "a package, or the version of it",
            ["AttributeError: module 'pkgutil' has no attribute 'ImpImporter'. Did you mean: 'zipimporter'?"]
        ),
        Row(
            "a package, or the version of it",
            ["      ModuleNotFoundError: No module named 'distutils'", "error: metadata-generation-failed"]
        ),
        Row(
            "a package, or the version of it",
            ["ERROR: Package 'future' requires a different Python: 3.6.13 not in '>=3.7'"] + pipFails
        ),
        Row("a package, or the version of it", ["      RuntimeError: Python version >= 3.8 required."]),
        Row(
            "a package, or the version of it",
            noVersion("numpy==2.1.0 (from -r /x/condaenv.y.requirements.txt (line 1))", ignored: ["2.0.2", "2.1.0"])
        ),
        Row("a package, or the version of it", noVersion("numpy==2.1", ignored: ["2.0.2", "2.1.0"])),
        Row(
            "pip finds no package for an entry of the specification, or only versions for another",
            noVersion("numpy>=2", ignored: ["2.0.2", "2.1.0"])
        ),
        Row(
            "pip finds no package for an entry of the specification, or only versions for another",
            noVersion("numpy==2.*", ignored: ["2.0.2", "2.1.0"])
        ),
    ]

    /// The output of pip when a requirement has no version, and it left out versions for another Python.
    static func noVersion(_ requirement: String, ignored: [String]) -> [String] {
        let list = ignored.map { "\($0) Requires-Python >=3.10" }.joined(separator: "; ")
        return [
            "ERROR: Ignored the following versions that require a different python version: \(list)",
            "ERROR: Could not find a version that satisfies the requirement \(requirement) (from versions: 1.0)",
            "ERROR: No matching distribution found for \(requirement)",
        ]
    }
}
