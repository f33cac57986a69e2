new io.kro4j.maven.it.Repositories(basedir.toPath()).commit()
new io.kro4j.maven.it.Repositories(basedir.toPath()).makeLive()
