import CondaDependencies
import Testing

/// Texts that need not be parsed to know that they do not name a package.
@Suite struct PackageNameTextTests {
    @Test(
        arguments: [
            ("numpy", "dependencies:\n- numpy\n"), ("numpy", "dependencies: [NumPy=1]\n"),
            ("scikit-learn", "- pip: [scikit_learn]\n"), ("scikit.learn", "- pip: [https://h/scikit_learn-1.whl]\n"),
            ("numpy", "- \"num\\x70y\"\n"), ("numpy", "- pip: [https://h/n%75mpy-1.whl]\n"),
            ("numpy", "- !!binary bnVtcHk=\n"),
            ("numpy", "- pip: [-r more.txt]\n"), ("numpy", "- pip: [--requirement=more.txt]\n"),
            ("numpy", "- {{ EXTRA }}\n"), ("numpy", "- ./pkgs/a\n"),
            ("kornia", "- \u{212A}ornia\n"), ("numpy", "- pip: [\"-e 'git+https://h#egg=nu''mpy'\"]\n"),
        ]
    )
    func `a text that can name the package is parsed`(name: String, text: String) throws {
        #expect(try #require(PackageName(name)).canBeNamed(in: Array(text.utf8)))
    }

    @Test(
        arguments: [
            ("numpy", ""), ("numpy", "num"), ("numpy", "dependencies:\n- python=3.10\n- num-py\n- pandas\n"),
            ("scikit-learn", "- pip: [scipy, learn]\n"),
        ]
    )
    func `a text without the letters of the name is not parsed`(name: String, text: String) throws {
        #expect(try !#require(PackageName(name)).canBeNamed(in: Array(text.utf8)))
    }
}
