new io.kro4j.maven.it.Expected(basedir.toPath()).check()
assert new File(basedir, 'target/kro-reports/TEST-kro.xml').text == new File(basedir, 'report.xml').text
return true
