// external-dns with two of its providers and its usual registry: the whole has the libraries of all clouds. Its own
// controller imports all of them, so this file has the round of that controller (controller.RunOnce), at most once a second.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	log "github.com/sirupsen/logrus"
	"sigs.k8s.io/external-dns/endpoint"
	"sigs.k8s.io/external-dns/pkg/apis/externaldns"
	"sigs.k8s.io/external-dns/pkg/apis/externaldns/validation"
	"sigs.k8s.io/external-dns/plan"
	"sigs.k8s.io/external-dns/provider"
	"sigs.k8s.io/external-dns/provider/aws"
	"sigs.k8s.io/external-dns/provider/rfc2136"
	"sigs.k8s.io/external-dns/registry"
	"sigs.k8s.io/external-dns/registry/txt"
	"sigs.k8s.io/external-dns/source"
	"sigs.k8s.io/external-dns/source/annotations"
	"sigs.k8s.io/external-dns/source/wrappers"
)

var constructors = map[string]func(context.Context, *externaldns.Config, *endpoint.DomainFilter) (provider.Provider, error){
	externaldns.ProviderAWS:     aws.New,
	externaldns.ProviderRFC2136: rfc2136.New,
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context) error {
	cfg := externaldns.NewConfig()
	if err := cfg.ParseFlags(os.Args[1:]); err != nil {
		return err
	}
	if err := validation.ValidateConfig(cfg); err != nil {
		return err
	}
	level, err := log.ParseLevel(cfg.LogLevel)
	if err != nil {
		return err
	}
	log.SetLevel(level)
	annotations.SetAnnotationPrefix(cfg.AnnotationPrefix)
	sourceConfig, err := source.NewSourceConfig(cfg)
	if err != nil {
		return err
	}
	services, err := wrappers.Build(ctx, sourceConfig)
	if err != nil {
		return err
	}
	filter := endpoint.NewDomainFilterWithOptions(
		endpoint.WithDomainFilter(cfg.DomainFilter),
		endpoint.WithDomainExclude(cfg.DomainExclude),
	)
	construct, known := constructors[cfg.Provider]
	if !known {
		return fmt.Errorf("this build has no provider %q", cfg.Provider)
	}
	zones, err := construct(ctx, cfg, filter)
	if err != nil {
		return err
	}
	records, err := txt.New(cfg, zones)
	if err != nil {
		return err
	}
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		// The real one tries soft errors again, and ends with others: its pod starts again.
		if err := once(ctx, cfg, filter, services, records); err != nil && ctx.Err() == nil {
			log.Errorf("Failed to do run once: %v", err)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
	}
}

func once(ctx context.Context, cfg *externaldns.Config, filter *endpoint.DomainFilter, services source.Source, records registry.Registry) error {
	current, err := records.Records(ctx)
	if err != nil {
		return err
	}
	ctx = context.WithValue(ctx, provider.RecordsContextKey, current)
	found, err := services.Endpoints(ctx)
	if err != nil {
		return err
	}
	desired, err := records.AdjustEndpoints(found)
	if err != nil {
		return err
	}
	calculated := (&plan.Plan{
		Policies:       []plan.Policy{plan.Policies[cfg.Policy]},
		Current:        current,
		Desired:        desired,
		DomainFilter:   endpoint.MatchAllDomainFilters{filter, records.GetDomainFilter()},
		ManagedRecords: cfg.ManagedDNSRecordTypes,
		ExcludeRecords: cfg.ExcludeDNSRecordTypes,
		OwnerID:        records.OwnerID(),
		OldOwnerID:     cfg.TXTOwnerOld,
	}).Calculate()
	if !calculated.Changes.HasChanges() {
		return nil
	}
	return records.ApplyChanges(ctx, calculated.Changes)
}
