// Package types pins the Go API types from which the CRDs of Flux's notifications are generated.
package types

import (
	_ "github.com/fluxcd/notification-controller/api/v1"
	_ "github.com/fluxcd/notification-controller/api/v1beta3"
)
