import Testing

/// The rooms (folders) of a module, in an order in which each uses only the types of earlier ones, without cycles.
@Suite struct RoomTests {
    private static let rooms: [(module: String, rooms: [String])] = [
        ("AzureMLSupport", ["Text", "Reporting", "JSON", "Secrets"]),
        ("AzureMLSystem", ["Files", "Programs", "Tar"]),
        ("DockerSyntax", ["Images", "Dockerfiles", "Credentials"]),
        (
            "ImageBuild",
            ["Images", "Contexts", "Details", "Recipe", "Definition", "Explanations", "Engines", "Building"]
        ),
    ]

    @Test(arguments: rooms.indices)
    func `a room uses only the types of earlier rooms`(_ index: Int) throws {
        let (module, rooms) = Self.rooms[index]
        let files = try SourceFile.all().filter { $0.module == module && !["", "PythonNames"].contains($0.room) }
        #expect(Set(files.map(\.room)) == Set(rooms))
        var homes: [String: Int] = [:]
        for (position, room) in rooms.enumerated() {
            for file in files where file.room == room {
                for type in file.types { homes[type] = position }
            }
        }
        for (position, room) in rooms.enumerated() {
            for file in files where file.room == room {
                let later = file.words.filter { (homes[$0] ?? 0) > position }
                #expect(later.isEmpty, "\(module)/\(room)/\(file.name) uses \(later.sorted())")
            }
        }
    }

    @Test func `a file with a plus sign in its name declares no types`() throws {
        for file in try SourceFile.all() where file.name.contains("+") {
            #expect(file.types.isEmpty, "\(file.module)/\(file.name) declares \(file.types.sorted())")
        }
    }

    @Test func `a folder has at most 20 files`() throws {
        let counts = Dictionary(grouping: try SourceFile.all(), by: \.folder).mapValues(\.count)
        for (folder, count) in counts { #expect(count <= 20, "\(folder) has \(count) files") }
    }
}
