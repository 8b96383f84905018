"""Makes Tests/PythonNamesTests/Fixtures/python_names.json: the public names of azureml-core 1.61.0.post4.

    python Tests/Reference/python_names.py

For each type, what dir() of the class and vars() of an object list, without names that start with '_'; for the module
azureml.core.environment, the constants that it defines.
"""

import json
import logging
import pathlib

from azureml.core import Environment, Workspace, environment
from azureml.core.conda_dependencies import CondaDependencies
from azureml.core.container_registry import ContainerRegistry, RegistryIdentity
from azureml.core.databricks import (
    DatabricksSection, EggLibrary, JarLibrary, MavenLibrary, PyPiLibrary, RCranLibrary,
)
from azureml.core.environment import (
    DockerBuildContext, DockerImageDetails, DockerImagePlatform, DockerSection, EnvironmentReference,
    ImageBuildDetails, PythonSection, RCranPackage, RGitHubPackage, RSection, SparkPackage, SparkSection,
)

logging.disable(logging.CRITICAL)
OBJECTS = {
    CondaDependencies: CondaDependencies(),
    Environment: Environment("name"),
    PythonSection: PythonSection(),
    DockerSection: DockerSection(),
    DockerBuildContext: None,
    DockerImagePlatform: DockerImagePlatform(),
    ContainerRegistry: ContainerRegistry(),
    RegistryIdentity: RegistryIdentity(),
    SparkSection: SparkSection(),
    SparkPackage: SparkPackage(),
    RSection: RSection(),
    RCranPackage: RCranPackage(),
    RGitHubPackage: RGitHubPackage(),
    DatabricksSection: DatabricksSection(),
    MavenLibrary: MavenLibrary(),
    PyPiLibrary: PyPiLibrary(),
    RCranLibrary: RCranLibrary(),
    JarLibrary: JarLibrary(),
    EggLibrary: EggLibrary(),
    EnvironmentReference: EnvironmentReference("name"),
    DockerImageDetails: None,
    ImageBuildDetails: None,
    Workspace: None,
}


def public(names):
    return sorted({name for name in names if not name.startswith("_")})


names = {
    kind.__name__: public(list(dir(kind)) + list(vars(value) if value is not None else []))
    for kind, value in OBJECTS.items()
}
names["environment"] = ["DEFAULT_CPU_IMAGE", "DEFAULT_GPU_IMAGE"]
assert all(hasattr(environment, name) for name in names["environment"])
target = pathlib.Path(__file__).parent.parent / "PythonNamesTests" / "Fixtures" / "python_names.json"
target.write_text(json.dumps(names, indent=1) + "\n")
