// Package types pins the Go API types from which the CRDs of Flux are generated.
package types

import _ "github.com/fluxcd/source-controller/api/v1"
