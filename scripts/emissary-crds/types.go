// Package types pins the Go API types from which the CRDs of Emissary are generated.
package types

import _ "github.com/emissary-ingress/emissary/v3/pkg/api/getambassador.io/v3alpha1"
