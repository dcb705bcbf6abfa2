// A CSI driver whose volumes are folders of the machine, and whose snapshots are copies of them. Those of Kubernetes that
// do this are in no module proxy; what talks to it is real: kubelet, csi-provisioner, csi-resizer and csi-snapshotter.
// csi <name of the driver> <folder of the volumes> <socket> <socket in the kubelet's plugins_registry> <node>
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"github.com/container-storage-interface/spec/lib/go/csi"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/timestamppb"
	"google.golang.org/protobuf/types/known/wrapperspb"
	registration "k8s.io/kubelet/pkg/apis/pluginregistration/v1"
)

type driver struct {
	csi.UnimplementedIdentityServer
	csi.UnimplementedControllerServer
	csi.UnimplementedNodeServer
	registration.UnsafeRegistrationServer
	name, folder, socket, node string
}

func main() {
	d := &driver{name: os.Args[1], folder: os.Args[2], socket: os.Args[3], node: os.Args[5]}
	for _, kind := range []string{"volumes", "snapshots"} {
		must(os.MkdirAll(filepath.Join(d.folder, kind), 0o755))
	}
	own := grpc.NewServer()
	csi.RegisterIdentityServer(own, d)
	csi.RegisterControllerServer(own, d)
	csi.RegisterNodeServer(own, d)
	go func() { must(own.Serve(listen(d.socket))) }()
	kubelets := grpc.NewServer()
	registration.RegisterRegistrationServer(kubelets, d)
	must(kubelets.Serve(listen(os.Args[4])))
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func listen(socket string) net.Listener {
	must(os.MkdirAll(filepath.Dir(socket), 0o755))
	listener, err := net.Listen("unix", socket)
	must(err)
	return listener
}

// The kubelet finds the driver by the socket in plugins_registry.

func (d *driver) GetInfo(context.Context, *registration.InfoRequest) (*registration.PluginInfo, error) {
	return &registration.PluginInfo{
		Type: registration.CSIPlugin, Name: d.name, Endpoint: d.socket, SupportedVersions: []string{"1.0.0"},
	}, nil
}

func (d *driver) NotifyRegistrationStatus(
	_ context.Context, told *registration.RegistrationStatus,
) (*registration.RegistrationStatusResponse, error) {
	if !told.PluginRegistered {
		log.Fatal(told.Error)
	}
	return &registration.RegistrationStatusResponse{}, nil
}

// Identity

func (d *driver) GetPluginInfo(context.Context, *csi.GetPluginInfoRequest) (*csi.GetPluginInfoResponse, error) {
	return &csi.GetPluginInfoResponse{Name: d.name, VendorVersion: "1"}, nil
}

func (d *driver) Probe(context.Context, *csi.ProbeRequest) (*csi.ProbeResponse, error) {
	return &csi.ProbeResponse{Ready: wrapperspb.Bool(true)}, nil
}

func (d *driver) GetPluginCapabilities(
	context.Context, *csi.GetPluginCapabilitiesRequest,
) (*csi.GetPluginCapabilitiesResponse, error) {
	return &csi.GetPluginCapabilitiesResponse{Capabilities: []*csi.PluginCapability{
		{Type: &csi.PluginCapability_Service_{Service: &csi.PluginCapability_Service{
			Type: csi.PluginCapability_Service_CONTROLLER_SERVICE,
		}}},
		{Type: &csi.PluginCapability_VolumeExpansion_{VolumeExpansion: &csi.PluginCapability_VolumeExpansion{
			Type: csi.PluginCapability_VolumeExpansion_ONLINE,
		}}},
	}}, nil
}

// Controller. A volume is the folder `data` and the file `bytes`, its capacity; so is a snapshot.

func (d *driver) ControllerGetCapabilities(
	context.Context, *csi.ControllerGetCapabilitiesRequest,
) (*csi.ControllerGetCapabilitiesResponse, error) {
	answer := &csi.ControllerGetCapabilitiesResponse{}
	for _, one := range []csi.ControllerServiceCapability_RPC_Type{
		csi.ControllerServiceCapability_RPC_CREATE_DELETE_VOLUME,
		csi.ControllerServiceCapability_RPC_CREATE_DELETE_SNAPSHOT,
		csi.ControllerServiceCapability_RPC_EXPAND_VOLUME,
	} {
		answer.Capabilities = append(answer.Capabilities, &csi.ControllerServiceCapability{
			Type: &csi.ControllerServiceCapability_Rpc{Rpc: &csi.ControllerServiceCapability_RPC{Type: one}},
		})
	}
	return answer, nil
}

func (d *driver) CreateVolume(_ context.Context, asked *csi.CreateVolumeRequest) (*csi.CreateVolumeResponse, error) {
	bytes := max(asked.CapacityRange.GetRequiredBytes(), 1)
	volume := &csi.Volume{VolumeId: asked.Name, CapacityBytes: bytes, ContentSource: asked.VolumeContentSource}
	if source := asked.VolumeContentSource; source != nil {
		from := d.path("snapshots", source.GetSnapshot().GetSnapshotId())
		least, err := capacity(from)
		if err != nil {
			return nil, status.Error(codes.NotFound, err.Error())
		}
		if bytes < least {
			return nil, status.Errorf(codes.OutOfRange, "the snapshot has %d bytes, the volume %d", least, bytes)
		}
		return &csi.CreateVolumeResponse{Volume: volume}, fill(d.path("volumes", asked.Name), from, bytes)
	}
	return &csi.CreateVolumeResponse{Volume: volume}, fill(d.path("volumes", asked.Name), "", bytes)
}

func (d *driver) DeleteVolume(_ context.Context, asked *csi.DeleteVolumeRequest) (*csi.DeleteVolumeResponse, error) {
	return &csi.DeleteVolumeResponse{}, os.RemoveAll(d.path("volumes", asked.VolumeId))
}

func (d *driver) ValidateVolumeCapabilities(
	_ context.Context, asked *csi.ValidateVolumeCapabilitiesRequest,
) (*csi.ValidateVolumeCapabilitiesResponse, error) {
	if _, err := capacity(d.path("volumes", asked.VolumeId)); err != nil {
		return nil, status.Error(codes.NotFound, err.Error())
	}
	confirmed := &csi.ValidateVolumeCapabilitiesResponse_Confirmed{VolumeCapabilities: asked.VolumeCapabilities}
	return &csi.ValidateVolumeCapabilitiesResponse{Confirmed: confirmed}, nil
}

func (d *driver) ControllerExpandVolume(
	_ context.Context, asked *csi.ControllerExpandVolumeRequest,
) (*csi.ControllerExpandVolumeResponse, error) {
	volume := d.path("volumes", asked.VolumeId)
	now, err := capacity(volume)
	if err != nil {
		return nil, status.Error(codes.NotFound, err.Error())
	}
	bytes := max(asked.CapacityRange.GetRequiredBytes(), now)
	return &csi.ControllerExpandVolumeResponse{CapacityBytes: bytes, NodeExpansionRequired: true}, note(volume, bytes)
}

func (d *driver) CreateSnapshot(
	_ context.Context, asked *csi.CreateSnapshotRequest,
) (*csi.CreateSnapshotResponse, error) {
	volume := d.path("volumes", asked.SourceVolumeId)
	bytes, err := capacity(volume)
	if err != nil {
		return nil, status.Error(codes.NotFound, err.Error())
	}
	if err := fill(d.path("snapshots", asked.Name), volume, bytes); err != nil {
		return nil, err
	}
	return &csi.CreateSnapshotResponse{Snapshot: &csi.Snapshot{
		SnapshotId: asked.Name, SourceVolumeId: asked.SourceVolumeId, SizeBytes: bytes,
		CreationTime: timestamppb.Now(), ReadyToUse: true,
	}}, nil
}

func (d *driver) DeleteSnapshot(
	_ context.Context, asked *csi.DeleteSnapshotRequest,
) (*csi.DeleteSnapshotResponse, error) {
	return &csi.DeleteSnapshotResponse{}, os.RemoveAll(d.path("snapshots", asked.SnapshotId))
}

func (d *driver) path(kind, id string) string {
	return filepath.Join(d.folder, kind, filepath.Base(id))
}

// Makes a volume or snapshot, empty or with the data of another one. Nothing when it is there.
func fill(target, source string, bytes int64) error {
	if _, err := capacity(target); err == nil {
		return nil
	}
	if err := os.MkdirAll(target, 0o755); err != nil {
		return err
	}
	if source == "" {
		if err := os.MkdirAll(filepath.Join(target, "data"), 0o777); err != nil {
			return err
		}
	} else if said, err := exec.Command(
		"cp", "--archive", "--no-target-directory", filepath.Join(source, "data"), filepath.Join(target, "data"),
	).CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, said)
	}
	return note(target, bytes)
}

func note(target string, bytes int64) error {
	return os.WriteFile(filepath.Join(target, "bytes"), []byte(strconv.FormatInt(bytes, 10)), 0o644)
}

func capacity(of string) (int64, error) {
	text, err := os.ReadFile(filepath.Join(of, "bytes"))
	if err != nil {
		return 0, err
	}
	return strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64)
}

// Node

func (d *driver) NodeGetInfo(context.Context, *csi.NodeGetInfoRequest) (*csi.NodeGetInfoResponse, error) {
	return &csi.NodeGetInfoResponse{NodeId: d.node}, nil
}

func (d *driver) NodeGetCapabilities(
	context.Context, *csi.NodeGetCapabilitiesRequest,
) (*csi.NodeGetCapabilitiesResponse, error) {
	return &csi.NodeGetCapabilitiesResponse{Capabilities: []*csi.NodeServiceCapability{
		{Type: &csi.NodeServiceCapability_Rpc{Rpc: &csi.NodeServiceCapability_RPC{
			Type: csi.NodeServiceCapability_RPC_EXPAND_VOLUME,
		}}},
	}}, nil
}

func (d *driver) NodePublishVolume(
	_ context.Context, asked *csi.NodePublishVolumeRequest,
) (*csi.NodePublishVolumeResponse, error) {
	if err := os.MkdirAll(asked.TargetPath, 0o750); err != nil {
		return nil, err
	}
	if mounted(asked.TargetPath) {
		return &csi.NodePublishVolumeResponse{}, nil
	}
	source := filepath.Join(d.path("volumes", asked.VolumeId), "data")
	return &csi.NodePublishVolumeResponse{}, syscall.Mount(source, asked.TargetPath, "", syscall.MS_BIND, "")
}

func (d *driver) NodeUnpublishVolume(
	_ context.Context, asked *csi.NodeUnpublishVolumeRequest,
) (*csi.NodeUnpublishVolumeResponse, error) {
	if mounted(asked.TargetPath) {
		if err := syscall.Unmount(asked.TargetPath, 0); err != nil {
			return nil, err
		}
	}
	if err := os.Remove(asked.TargetPath); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	return &csi.NodeUnpublishVolumeResponse{}, nil
}

func mounted(path string) bool {
	mounts, err := os.ReadFile("/proc/self/mountinfo")
	return err == nil && strings.Contains(string(mounts), " "+path+" ")
}

func (d *driver) NodeExpandVolume(
	_ context.Context, asked *csi.NodeExpandVolumeRequest,
) (*csi.NodeExpandVolumeResponse, error) {
	bytes, err := capacity(d.path("volumes", asked.VolumeId))
	if err != nil {
		return nil, status.Error(codes.NotFound, err.Error())
	}
	return &csi.NodeExpandVolumeResponse{CapacityBytes: bytes}, nil
}
