new io.kro4j.maven.it.Expected(basedir.toPath()).check()
