// unpack.js FILE FOLDER: unpacks the JARs that corda.jar consists of, and prints the class path of them. Corda does this itself only when a
// node starts (Capsule).
const Collections = Java.type('java.util.Collections')
const Files = Java.type('java.nio.file.Files')
const Paths = Java.type('java.nio.file.Paths')
const StandardCopyOption = Java.type('java.nio.file.StandardCopyOption')
const ZipFile = Java.type('java.util.zip.ZipFile')

const folder = Paths.get(arguments[1])
Files.createDirectories(folder)
const archive = new ZipFile(arguments[0])
const paths = []
Java.from(Collections.list(archive.entries())).forEach(function (entry) {
  // Those in folders are not for the class path of a node.
  if (!/^[^/]+\.jar$/.test(entry.name)) return
  const path = folder.resolve(entry.name)
  Files.copy(archive.getInputStream(entry), path, StandardCopyOption.REPLACE_EXISTING)
  paths.push(String(path))
})
archive.close()
print(paths.sort().join(':'))
