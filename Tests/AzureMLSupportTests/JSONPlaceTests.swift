import AzureMLSupport
import Testing

/// The texts of places in a JSON value.
@Suite struct JSONPlaceTests {
    @Test(
        arguments: [
            (JSONPlace.root("a"), "a"), (.member("b", of: .root("")), "b"), (.member("b", of: .root("a")), "a.b"),
            (.element(1, of: .member("b", of: .root("a"))), "a.b[1]"), (.element(0, of: .root("")), "[0]"),
            (.member("b", of: .element(0, of: .root("a"))), "a[0].b"),
            (.member("", of: .member("", of: .root(""))), ""),
        ] as [(JSONPlace, String)]
    )
    func `a place is written as a path`(place: JSONPlace, path: String) {
        #expect(place.path == path)
    }

    /// If each level wrote the one around it twice, this would never end.
    @Test(arguments: [1, 2, 256])
    func `the path of a deep place is written once`(depth: Int) {
        let place = (0..<depth).reduce(JSONPlace.root("")) { place, _ in .member("a", of: place) }
        #expect(place.path == Array(repeating: "a", count: depth).joined(separator: "."))
    }
}
