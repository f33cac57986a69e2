def files = [".kro-manifest.json", "crds/shops.example.com.yaml", "graphs/shop.yaml", "kustomization.yaml", "rbac/shop.yaml"]
def message = /(?s)Publish what \w+ compiles to\n\nKro-Source-Commit: \w{40}\nKro-Format-Version: \d+\nKro-Output-Digest: sha256:\w{64}\n/

new io.kro4j.maven.it.Expected(basedir.toPath()).check() &&
    new io.kro4j.maven.it.Repositories(basedir.toPath()).isPublished("live", message, files.collect { "publish/" + it })
