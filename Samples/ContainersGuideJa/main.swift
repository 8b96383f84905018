// Azure ML Containers: コードの実行に使われるコンテナーを Azure ML がどのようにビルドするかを説明します。

import AzureMLCore
import Foundation

let guide = URL(filePath: #filePath).deletingLastPathComponent()
let folder = FileManager.default.temporaryDirectory.appending(path: "containers-guide-\(UUID().uuidString)")
defer { try? FileManager.default.removeItem(at: folder) }

// ガイドではワークスペース `ws` は Azure 上にありますが、ここではフォルダーを使い、終了時に削除します。
let ws = try await Workspace.create(name: "guide", directory: folder.path)

// ## Dockerfile
//
// Azure ML の各ジョブは、関連付けられた「環境」を使って実行されます。実質的に、環境はそれぞれ 1 つの Docker イメージに対応します。
// 環境を定義する方法はさまざまですが、この例では Conda を使います（env.yml を参照）。
//
// 次のようにして環境を作成し、ワークスペース `ws` に登録します。

var env = try Environment.fromCondaSpecification(name: "pytorch", filePath: guide.appending(path: "env.yml").path)
// ガイドが書かれた当時の、Azure の既定の基本イメージです。現在の既定のイメージは異なります。
env.docker.baseImage = "mcr.microsoft.com/azureml/intelmpi2018.3-ubuntu16.04:20200821.v1"
// `register` は `env` 自体を変更せず、登録済みの環境を返すため、結果を代入します。
env = try await env.register(workspace: ws)

// この環境をリモート実行で使えるように、Azure ML は対応する Python 環境を含む Docker イメージをビルドします。
// ビルドに使われる Dockerfile は、環境オブジェクトから直接取得できます。

let details = try await env.getImageDetails(workspace: ws)
print("## Dockerfile\n")
print(details["ingredients"]["dockerfile"])

// 基本イメージは、Azure ML が保守する標準のイメージです。Dockerfile は `mutated_conda_dependencies.yml` を参照し、
// Conda で Python 環境を構築します。`mutated_conda_dependencies.yml` の内容は環境から取得できます。

print("## mutated_conda_dependencies.yml\n")
print(env.python.condaDependencies.serializeToString())

// Azure ML がイメージに付ける名前はガイドには載っていませんが、Dockerfile の内容によって決まります。

print("## イメージ\n")
print(details.image)
