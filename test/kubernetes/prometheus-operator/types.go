// Package types pins the Go API types from which the CRDs of the Prometheus operator are generated.
package types

import _ "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"
