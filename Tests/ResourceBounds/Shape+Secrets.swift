/// Texts with many secrets, and texts in which secrets are searched for from many places.
extension Shape {
    static let secrets: [Shape] = addresses + places + instructions

    private static let addresses: [Shape] = [
        Shape("references in the place of signatures", of: .definition) { size in
            definition("\"environmentVariables\": {\"A\": \"\(repeating("?sig=$", size / 6))\"}")
        },
        Shape("references in the place of account keys", of: .definition) { size in
            definition("\"environmentVariables\": {\"A\": \"\(repeating("AccountKey=$", size / 12))\"}")
        },
        Shape("references in parameters, in quotes", of: .definition) { size in
            definition("\"a\": \"'https://h\(repeating("?token=${A},", size / 12))\"")
        },
        Shape("addresses of proxies", of: .definition) { size in
            definition("\"a\": \"\(repeating("proxy a:b@c,", size / 12))\"")
        },
        Shape("a long host before many folders", of: .definition) { size in
            definition("\"a\": \"https://\(repeating("h", size / 2))\(repeating("/t/x", size / 8))\"")
        },
    ]

    private static let places: [Shape] = [
        Shape("variables that are called like secrets", of: .definition) { size in
            let variables = (0..<size / 18).map { "\"TOKEN\($0)\": \"a\"" }.joined(separator: ", ")
            return definition("\"environmentVariables\": {\(variables)}")
        },
        Shape("packages with a token", of: .definition) { size in
            let package = "{\"repository\": \"a\", \"authToken\": \"b\"}, "
            let packages = repeating(package, size / package.utf8.count) + "{}"
            return definition("\"r\": {\"githubPackages\": [\(packages)]}")
        },
        Shape("a token in many objects", of: .definition) { size in
            definition(
                "\"a\": " + repeating("{\"a\": ", 200) + "[\(repeating("\"xoxb-1\",", size / 9))0]"
                    + repeating("}", 200)
            )
        },
        Shape("tokens below long names", of: .definition) { size in
            let name = repeating("k", size / 400)
            return definition(
                "\"a\": " + repeating("{\"\(name)\": ", 200) + "[\(repeating("\"xoxb-1\",", size / 18))0]"
                    + repeating("}", 200)
            )
        },
    ]

    private static let instructions: [Shape] = [
        Shape("options before and after a word", of: .dockerfile) { size in
            let options = (0..<size / 16).map { " --a\($0)" }.joined()
            return "FROM a\nRUN\(options) id\(options)\n"
        },
        Shape("commands in commands that do not end", of: .dockerfile) { size in
            "FROM a\nRUN sh -c \"curl https://h\(repeating("?token=$(", size / 9))\"\n"
        },
        Shape("lines before tokens", of: .dockerfile) { size in
            "FROM a\n" + repeating("RUN a\n", size / 12) + "RUN" + repeating(" xoxb-1", size / 14) + "\n"
        },
        Shape("directives that are repeated", of: .dockerfile) { size in
            repeating("#escape=\\\n", size / 20) + repeating("#check=ab\n", size / 20) + "FROM a\n"
        },
    ]

    private static func definition(_ members: String) -> String { "{\"name\": \"x\", \(members)}" }
}
