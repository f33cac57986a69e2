def archives = new io.kro4j.maven.it.Archives(basedir.toPath())
archives.publish("empty", "it/schemas/empty/1.0/empty-1.0.jar")
archives.publish("text.txt", "it/schemas/text/1.0/text-1.0.txt")
