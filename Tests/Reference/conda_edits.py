"""Edits conda specifications with azureml-core: a JSON list of cases in, a JSON list of outcomes out.

    python conda_edits.py < cases.json > outcomes.json

A case is {"text": YAML, or null for the default specification, "calls": [[name, argument...], ...]}. An outcome is
{"threw": [truth values, one for each call], "data": as_dict(), "channels": [...], "conda": [...], "pip": [...],
"options": [...], "python": version}, or {"merged": [...]} for the single call merge_requirements, or null where
azureml-core cannot open the text.

Where the SDK differs on purpose (Documentation/DifferencesFromAzureMLCore.md), a function here for that call describes
the difference, and changes azureml-core's data to the expected result.
"""

import json
import logging
import os
import re
import sys
import tempfile

from azureml.core.conda_dependencies import CondaDependencies

logging.disable(logging.CRITICAL)


def name_of(entry):
    return re.split(r"[ =<>!~\[]", entry.split("::")[-1])[0]


def remove_conda_package(dependencies, package):
    """Removes the exact entry, or else every entry of that name. azureml-core removes only the exact entry."""
    entries = list(dependencies.conda_packages)
    is_name = not any(mark in package for mark in "=<>!~[ :")
    if package not in entries and is_name and package != "python":
        for entry in entries:
            if name_of(entry) == package:
                dependencies.remove_conda_package(entry)
    else:
        dependencies.remove_conda_package(package)


def pip_name_of(entry):
    return re.sub(r"[-_.]+", "-", re.split(r"[ =<>!~\[;]", entry)[0]).lower()


def add_pip_package(dependencies, package):
    """Replaces the entry of that name. azureml-core keeps one whose name it does not recognize, as before a marker."""
    if "://" not in package:
        for entry in list(dependencies.pip_packages):
            if "://" not in entry and ";" in entry + package and pip_name_of(entry) == pip_name_of(package):
                dependencies.remove_pip_package(entry)
    dependencies.add_pip_package(package)


ADDITIVE = (
    "--extra-index-url", "--find-links", "--trusted-host", "--no-binary", "--only-binary", "--use-feature", "-r", "-c", "-e",
)


def option_list(dependencies):
    """The list with the pip options, or None."""
    for entry in dependencies._conda_dependencies.get("dependencies") or []:
        if isinstance(entry, dict) and "pip" in entry:
            return entry["pip"]


def set_pip_option(dependencies, option):
    """Keeps the options that pip adds up. azureml-core replaces the other values."""
    entries = option_list(dependencies)
    if option.split()[0] in ADDITIVE and entries is not None:
        if option not in entries:
            entries.append(option)
    else:
        dependencies.set_pip_option(option)


def remove_pip_option(dependencies, option):
    """Removes only the value that is given. azureml-core removes every option of that name."""
    entries = option_list(dependencies)
    if option.split()[0] in ADDITIVE and entries is not None:
        if option in entries:
            entries.remove(option)
    else:
        dependencies.remove_pip_option(option)


def keeping_other_packages(dependencies):
    """Replaces only the framework's own two packages. azureml-core also removes all others with that prefix."""
    def remove_pip(prefix):
        for entry in list(dependencies.pip_packages):
            if name_of(entry) in (prefix, prefix + "-gpu"):
                dependencies.remove_pip_package(entry)

    def remove_conda(prefix):
        for entry in list(dependencies.conda_packages):
            if name_of(entry) in (prefix, prefix + "-gpu"):
                dependencies.remove_conda_package(entry)

    dependencies._remove_pip_package_with_prefix = remove_pip
    dependencies._remove_conda_package_with_prefix = remove_conda
    return dependencies


def create(pip_packages, conda_packages, python_version):
    """Adds options only on request. azureml-core always adds two."""
    dependencies = CondaDependencies.create(
        pip_packages=pip_packages, conda_packages=conda_packages, python_version=python_version
    )
    for option in ("--find-links", "--extra-index-url"):
        dependencies.remove_pip_option(option)
    return dependencies


def opened(text):
    if text is None:
        return CondaDependencies()
    path = os.path.join(folder, "environment.yml")
    with open(path, "wb") as file:
        file.write(text.encode())
    return CondaDependencies(path)


def outcome(case):
    calls = case["calls"]
    if calls and calls[0][0] == "merge_requirements":
        return {"merged": CondaDependencies.merge_requirements(calls[0][1])}
    try:
        dependencies = opened(case["text"])
    except Exception:
        return None
    threw = []
    for name, *arguments in calls:
        try:
            if name == "create":
                dependencies = create(*arguments)
            elif name == "remove_conda_package":
                remove_conda_package(dependencies, *arguments)
            elif name in ("add_pip_package", "set_pip_option", "remove_pip_option"):
                globals()[name](dependencies, *arguments)
            elif name in ("add_tensorflow_pip_package", "add_tensorflow_conda_package", "add_cntk_package"):
                getattr(keeping_other_packages(dependencies), name)(*arguments)
            else:
                getattr(dependencies, name)(*arguments)
            threw.append(False)
        except Exception:
            threw.append(True)
    return {
        "threw": threw,
        "data": dependencies.as_dict(),
        "channels": list(dependencies.conda_channels),
        "conda": list(dependencies.conda_packages),
        "pip": list(dependencies.pip_packages),
        "options": list(dependencies.pip_options),
        "python": dependencies.get_python_version(),
    }


with tempfile.TemporaryDirectory() as folder:
    outcomes = [outcome(case) for case in json.load(sys.stdin)]
json.dump(outcomes, sys.stdout)
