module chancery.test/tools/pause

go 1.26.0

tool chancery.test/tools/pause
