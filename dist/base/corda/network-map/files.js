// What outlives a restart: small files in folders below one folder. A file is whole, or it is not there.
;(function (folder) {
  const Files = Java.type('java.nio.file.Files')
  const Paths = Java.type('java.nio.file.Paths')
  const StandardCopyOption = Java.type('java.nio.file.StandardCopyOption')
  const Open = Java.type('java.nio.file.StandardOpenOption')

  const pathOf = function (name) {
    return Paths.get(folder, name)
  }

  return {
    pathOf: pathOf,

    /** Bytes, or null. */
    read: function (name) {
      const path = pathOf(name)
      return Files.exists(path) ? Files.readAllBytes(path) : null
    },

    /** Milliseconds since it was written, or null. */
    age: function (name) {
      const path = pathOf(name)
      return Files.exists(path) ? Date.now() - Files.getLastModifiedTime(path).toMillis() : null
    },

    write: function (name, bytes) {
      const path = pathOf(name)
      const draft = Paths.get(path + '.draft')
      Files.createDirectories(path.parent)
      Files.write(draft, bytes, Open.CREATE, Open.WRITE, Open.TRUNCATE_EXISTING, Open.SYNC)
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE)
    },

    /** Content of all files in a folder. */
    all: function (name) {
      const path = pathOf(name)
      if (!Files.exists(path)) return []
      const names = Java.from(path.toFile().list()).sort()
      return names
        .filter(function (one) {
          return !/\.draft$/.test(one)
        })
        .map(function (one) {
          return Files.readAllBytes(path.resolve(one))
        })
    },
  }
})
