def archives = new io.kro4j.maven.it.Archives(basedir.toPath())
archives.publish("caches", "it/schemas/caches/1.0/caches-1.0.jar")
archives.publish("queues", "it/schemas/queues/2.1/queues-2.1-crds.zip")
