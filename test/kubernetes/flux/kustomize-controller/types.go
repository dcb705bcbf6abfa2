// Package types pins the Go API types from which the CRDs of Flux are generated.
package types

import _ "github.com/fluxcd/kustomize-controller/api/v1"
