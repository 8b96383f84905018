extension CommandFailureTests {
    /// Packages that pip builds from their source.
    static let sources: [Row] = [
        Row(
            "pip cannot build a package from its source, because the package's setup.py",
            [
                "      RuntimeError: the version cannot be found", "      [end of output]",
                "error: metadata-generation-failed", "", "× Encountered error while generating package metadata.",
                "╰─> See above for output.",
            ] + pipFails
        ),
        Row(
            "pip cannot build a package from its source, because the package's setup.py",
            ["  × python setup.py egg_info did not run successfully.", "  │ exit code: 1"]
        ),
        Row(
            "pip cannot build a package from its source, because the package's setup.py",
            ["Command \"python setup.py egg_info\" failed with error code 1 in /tmp/pip-req-build-x/"]
        ),
        Row(
            "pip cannot build a package from its source, because the package's setup.py",
            [
                "ERROR: Command errored out with exit status 1: python setup.py egg_info Check the logs for full "
                    + "command output."
            ]
        ),
        Row(nil, ["  Running command python setup.py egg_info", "FAILED test_mine.py"]),
        Row(
            "pip cannot build a package from its source, because the image does not have a program",
            [
                "      Error: pg_config executable not found.", "      [end of output]",
                "error: metadata-generation-failed",
            ]
        ),
        Row(
            "pip cannot build a package from its source, because the image does not have a program",
            [
                "      /bin/sh: 1: mysql_config: not found", "      OSError: mysql_config not found",
                "Command \"python setup.py egg_info\" failed with error code 1 in /tmp/pip-install-x/mysqlclient/",
            ]
        ),
        Row(
            "pip cannot build a package from its source, because the image does not have a program",
            ["      Exception: Can not find valid pkg-config name.", "error: subprocess-exited-with-error"]
        ),
        Row(
            "pip cannot build a package from its source, because the image does not have a program",
            ["      error: can't find Rust compiler", "  ERROR: Failed building wheel for mine"]
        ),
        Row(
            "pip cannot build a package from its source, because the image does not have a program",
            ["      Cargo, the Rust package manager, is not installed or is not on PATH."]
        ),
        Row(
            "pip cannot build a package from its source, because the image does not have a program",
            ["      CMake Error: No CMAKE_CXX_COMPILER could be found.", "  ERROR: Failed building wheel for mine"]
        ),
        Row(
            "pip cannot build a package from its source, because the image does not have a program",
            ["      unable to execute 'gcc': No such file or directory", "  ERROR: Failed building wheel for mine"]
        ),
    ]
}
