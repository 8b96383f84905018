// swift-format-ignore-file: AlwaysUseLowerCamelCase, AllPublicDeclarationsHaveDocumentation

// Types of azureml-core that have no counterpart here. They are variables that take any arguments, so that the compiler
// answers a pasted call with the message and not with its labels. Names that other packages could well use, such as
// Model and Image, are not among them, because a variable would hinder the use of their types: Scripts/run explains
// those.

@dynamicCallable
@dynamicMemberLookup
@available(*, unavailable)
public struct OutOfScopeCall: CustomStringConvertible {
    public var description: String { "" }

    public func dynamicallyCall(withKeywordArguments arguments: KeyValuePairs<String, Any>) -> OutOfScopeCall { self }
    public subscript(dynamicMember name: String) -> OutOfScopeCall { self }
}

@available(
    *,
    unavailable,
    message: "runs are not part of this SDK; for its environment write: var environment = Environment(name: \"…\")"
)
public var RunConfiguration: OutOfScopeCall { OutOfScopeCall() }

@available(
    *,
    unavailable,
    message: "runs are not part of this SDK; register the environment: environment.register(workspace: ws)"
)
public var ScriptRunConfig: OutOfScopeCall { OutOfScopeCall() }

@available(*, unavailable, message: "runs are not part of this SDK; environment.docker describes the image")
public var DockerConfiguration: OutOfScopeCall { OutOfScopeCall() }

@available(
    *,
    unavailable,
    message: "deployments are not part of this SDK; set environment.inferencingStackVersion and register it"
)
public var InferenceConfig: OutOfScopeCall { OutOfScopeCall() }

@available(
    *,
    unavailable,
    message: "runs are not part of this SDK; register the environment: environment.register(workspace: ws)"
)
public var SKLearn: OutOfScopeCall { OutOfScopeCall() }

@available(
    *,
    unavailable,
    message: "runs are not part of this SDK; register the environment: environment.register(workspace: ws)"
)
public var HyperDriveConfig: OutOfScopeCall { OutOfScopeCall() }

@available(
    *,
    unavailable,
    message: "runs are not part of this SDK; register the environment: environment.register(workspace: ws)"
)
public var AutoMLConfig: OutOfScopeCall { OutOfScopeCall() }

@available(
    *,
    unavailable,
    message: "runs are not part of this SDK; register the environment: environment.register(workspace: ws)"
)
public var PythonScriptStep: OutOfScopeCall { OutOfScopeCall() }

@available(
    *,
    unavailable,
    message: "runs are not part of this SDK; register the environment: environment.register(workspace: ws)"
)
public var MpiConfiguration: OutOfScopeCall { OutOfScopeCall() }

@available(
    *,
    unavailable,
    message: "runs are not part of this SDK; register the environment: environment.register(workspace: ws)"
)
public var PyTorchConfiguration: OutOfScopeCall { OutOfScopeCall() }

@available(
    *,
    unavailable,
    message: "runs are not part of this SDK; register the environment: environment.register(workspace: ws)"
)
public var TensorflowConfiguration: OutOfScopeCall { OutOfScopeCall() }

@available(*, unavailable, message: "experiments are not part of this SDK")
public var Experiment: OutOfScopeCall { OutOfScopeCall() }

@available(*, unavailable, message: "compute targets are not part of this SDK; images are built on this machine")
public var ComputeTarget: OutOfScopeCall { OutOfScopeCall() }

@available(*, unavailable, message: "compute targets are not part of this SDK; images are built on this machine")
public var AmlCompute: OutOfScopeCall { OutOfScopeCall() }

@available(*, unavailable, message: "compute targets are not part of this SDK; images are built on this machine")
public var ComputeInstance: OutOfScopeCall { OutOfScopeCall() }

@available(*, unavailable, message: "data is not part of this SDK")
public var Datastore: OutOfScopeCall { OutOfScopeCall() }

@available(
    *,
    unavailable,
    message: "deployments are not part of this SDK; set environment.inferencingStackVersion and register it"
)
public var Webservice: OutOfScopeCall { OutOfScopeCall() }

@available(
    *,
    unavailable,
    message: "deployments are not part of this SDK; set environment.inferencingStackVersion and register it"
)
public var AciWebservice: OutOfScopeCall { OutOfScopeCall() }

@available(
    *,
    unavailable,
    message: "deployments are not part of this SDK; set environment.inferencingStackVersion and register it"
)
public var AksWebservice: OutOfScopeCall { OutOfScopeCall() }

@available(
    *,
    unavailable,
    message: "deployments are not part of this SDK; set environment.inferencingStackVersion and register it"
)
public var ContainerImage: OutOfScopeCall { OutOfScopeCall() }

@available(*, unavailable, message: "write: Secret.environmentVariable(\"NAME\") or Secret.file(\"…\")")
public var Keyvault: OutOfScopeCall { OutOfScopeCall() }

@available(*, unavailable, message: "this SDK has the calls of azureml-core (SDK v1): write Workspace.fromConfig()")
public var MLClient: OutOfScopeCall { OutOfScopeCall() }

@available(*, unavailable, message: "there is nothing to sign in to: use Workspace.fromConfig()")
public var InteractiveLoginAuthentication: OutOfScopeCall { OutOfScopeCall() }

@available(*, unavailable, message: "there is nothing to sign in to: use Workspace.fromConfig()")
public var ServicePrincipalAuthentication: OutOfScopeCall { OutOfScopeCall() }

@available(*, unavailable, message: "there is nothing to sign in to: use Workspace.fromConfig()")
public var MsiAuthentication: OutOfScopeCall { OutOfScopeCall() }

@available(*, unavailable, message: "there is nothing to sign in to: use Workspace.fromConfig()")
public var AzureCliAuthentication: OutOfScopeCall { OutOfScopeCall() }
