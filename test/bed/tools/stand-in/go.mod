module chancery.test/tools/stand-in

go 1.26.0

tool chancery.test/tools/stand-in
