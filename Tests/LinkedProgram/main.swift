import AzureMLCore

// A program that uses the SDK without Foundation: LinkedLibrariesTests looks at the libraries that it loads.
print(try Environment(name: "linked").clone(newName: "copy").name)
