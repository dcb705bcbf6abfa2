// Package types pins the Go API types from which the CRDs of CSI snapshots are generated.
package types

import _ "github.com/kubernetes-csi/external-snapshotter/client/v8/apis/volumesnapshot/v1"
