module chancery.test/tools/prober

go 1.26.0

tool chancery.test/tools/prober
