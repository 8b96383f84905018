import Testing

@testable import CondaDependencies

@Suite struct WheelFileNameTests {
    @Test(arguments: [
        "a-1-py3-none-any.whl", "Foo.Bar_baz-1.0.post1+local.2-1-cp311-cp311-manylinux_2_17_x86_64.whl",
        "a-1!2.0-2build-py2.py3-none-any.whl", "torch-2.1.0+cu118-cp310-cp310-linux_x86_64.whl",
    ])
    func `the file name of a wheel is accepted`(name: String) {
        #expect(WheelFileName(name)?.text == name)
    }

    @Test(arguments: [
        "", "a.whl", "a-1-py3-none.whl", "a-1-py3-none-any.zip", "a-1-py3-none-any.WHL", "a-x1-py3-none-any.whl",
        "a-1-x-py3-none-any.whl", "a-1-1-1-py3-none-any.whl", "-1-py3-none-any.whl", "a--py3-none-any.whl",
        "a-1-py3-none-.whl", ".a-1-py3-none-any.whl", "a b-1-py3-none-any.whl", "a-1-py3-none-any\n.whl",
        "a-1-py3/-none-any.whl", "a-1-py3-none-any.whl\0", "é-1-py3-none-any.whl", "a-1%2F-py3-none-any.whl",
        "a+b-1-py3-none-any.whl", "\(String(repeating: "a", count: 255))-1-py3-none-any.whl",
    ])
    func `any other name is rejected`(name: String) {
        #expect(WheelFileName(name) == nil)
    }
}
