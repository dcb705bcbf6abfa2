// Dashboards held against Grafana's own types, which are generated from its schema. Reads a JSON array of dashboards, writes a line
// for each that has a problem: its title, a tabulator, and what is wrong.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/grafana/grafana-foundation-sdk/go/cog"
	"github.com/grafana/grafana-foundation-sdk/go/dashboard"
	"github.com/grafana/grafana-foundation-sdk/go/prometheus"
	"github.com/grafana/grafana-foundation-sdk/go/timeseries"
)

func main() {
	log.SetFlags(0)
	cog.NewRuntime().RegisterPanelcfgVariant(timeseries.VariantConfig())
	cog.NewRuntime().RegisterDataqueryVariant(prometheus.VariantConfig())
	var models []json.RawMessage
	if err := json.NewDecoder(os.Stdin).Decode(&models); err != nil {
		log.Fatal(err)
	}
	for _, model := range models {
		for _, problem := range problems(model) {
			fmt.Println(problem)
		}
	}
}

// An error without a text is a list without errors.
func problems(model json.RawMessage) []string {
	read := dashboard.Dashboard{}
	err := read.UnmarshalJSONStrict(model)
	if err == nil || err.Error() == "" {
		err = read.Validate()
	}
	if err == nil || err.Error() == "" {
		return nil
	}
	title := "dashboard"
	if read.Title != nil {
		title = *read.Title
	}
	return []string{title + "\t" + strings.ReplaceAll(err.Error(), "\n", "; ")}
}
