/// A construct that some engines, or some of their versions, do not understand.
package enum DockerfileConstruct: String, Sendable, Hashable, CaseIterable {
    case hereDocument = "a here-document"
    case link = "--link"
    case copyMode = "--chmod"
    case checksum = "--checksum"
    case parents = "--parents"
    case exclude = "--exclude"
    case mount = "RUN --mount"
    case network = "RUN --network"
    case security = "RUN --security"
    case shell = "SHELL"
    case healthCheck = "HEALTHCHECK"
}
