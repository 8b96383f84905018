// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

// Members of azureml-core's workspace that have no counterpart here: the compiler says why.
extension Workspace {
    @available(*, unavailable, message: "needs the Azure ML service, which is not part of this SDK")
    public var compute_targets: [String: Any] { [:] }

    @available(*, unavailable, message: "needs the Azure ML service, which is not part of this SDK")
    public var datasets: [String: Any] { [:] }

    @available(*, unavailable, message: "needs the Azure ML service, which is not part of this SDK")
    public var datastores: [String: Any] { [:] }

    @available(*, unavailable, message: "needs the Azure ML service, which is not part of this SDK")
    public var experiments: [String: Any] { [:] }

    @available(*, unavailable, message: "needs the Azure ML service, which is not part of this SDK")
    public var images: [String: Any] { [:] }

    @available(*, unavailable, message: "needs the Azure ML service, which is not part of this SDK")
    public var linked_services: [String: Any] { [:] }

    @available(*, unavailable, message: "needs the Azure ML service, which is not part of this SDK")
    public var models: [String: Any] { [:] }

    @available(*, unavailable, message: "needs the Azure ML service, which is not part of this SDK")
    public var webservices: [String: Any] { [:] }

    @available(*, unavailable, message: "needs the Azure ML service, which is not part of this SDK")
    public func get_default_compute_target(_ arguments: Any...) {}

    @available(*, unavailable, message: "needs the Azure ML service, which is not part of this SDK")
    public func get_default_datastore(_ arguments: Any...) {}

    @available(*, unavailable, message: "needs the Azure ML service, which is not part of this SDK")
    public func get_default_keyvault(_ arguments: Any...) {}

    @available(*, unavailable, message: "needs the Azure ML service, which is not part of this SDK")
    public func get_mlflow_tracking_uri(_ arguments: Any...) {}

    @available(*, unavailable, message: "needs the Azure ML service, which is not part of this SDK")
    public func get_run(_ arguments: Any...) {}
}
