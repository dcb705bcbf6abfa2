module chancery.test/tools/grafana-dashboards

go 1.26.0

tool chancery.test/tools/grafana-dashboards

require github.com/grafana/grafana-foundation-sdk/go v0.0.22
