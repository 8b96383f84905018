"""Makes Tests/PythonNamesTests/Fixtures/python_names.json: the public names of azureml-core 1.61.0.post4.

    python Tests/Reference/python_names.py

For each type: the names in dir() of the class and the attributes that its `__init__` and those of its base classes set,
without names that start with '_'. For the module azureml.core.environment: the constants that it defines.
"""

import ast
import inspect
import json
import logging
import pathlib
import textwrap

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
TYPES = [
    CondaDependencies, Environment, PythonSection, DockerSection, DockerBuildContext, DockerImagePlatform,
    ContainerRegistry, RegistryIdentity, SparkSection, SparkPackage, RSection, RCranPackage, RGitHubPackage,
    DatabricksSection, MavenLibrary, PyPiLibrary, RCranLibrary, JarLibrary, EggLibrary, EnvironmentReference,
    DockerImageDetails, ImageBuildDetails, Workspace,
]


def set_by_init(kind):
    """Yields the attributes that the source of `__init__` sets. Making an object could need the service."""
    for base in kind.__mro__:
        if "__init__" in vars(base) and inspect.isfunction(base.__init__):
            source = textwrap.dedent(inspect.getsource(base.__init__))
            for node in ast.walk(ast.parse(source)):
                is_set = isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
                if is_set and isinstance(node.value, ast.Name) and node.value.id == "self":
                    yield node.attr


def public(names):
    return sorted({name for name in names if not name.startswith("_")})


names = {kind.__name__: public([*dir(kind), *set_by_init(kind)]) for kind in TYPES}
names["environment"] = ["DEFAULT_CPU_IMAGE", "DEFAULT_GPU_IMAGE"]
assert all(hasattr(environment, name) for name in names["environment"])
target = pathlib.Path(__file__).parent.parent / "PythonNamesTests" / "Fixtures" / "python_names.json"
target.write_text(json.dumps(names, indent=1) + "\n")
