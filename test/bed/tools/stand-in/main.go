// What images of a ledger and of the Ambassador have in tests about something else: as a shell it does nothing and ends
// well; as any other program it answers every HTTP request at the ports of probes. Where it has a volume for data, it adds
// a line for each start and each request for /write, and writes them all to its log.
package main

import (
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
)

var ports = []string{"8080", "8443", "8545", "8546", "8877", "9545", "30303"}

const file = "/data/lines"

func main() {
	if filepath.Base(os.Args[0]) == "sh" {
		return
	}
	add("started")
	http.HandleFunc("/", func(answer http.ResponseWriter, request *http.Request) {
		if line, found := strings.CutPrefix(request.URL.Path, "/write/"); found {
			add(line)
		}
		fmt.Fprintln(answer, "ok")
	})
	for _, port := range ports {
		go func() { fmt.Println(http.ListenAndServe(":"+port, nil)) }()
	}
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, syscall.SIGTERM)
	<-ended
}

func add(line string) {
	lines, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return // it has no volume
	}
	defer lines.Close()
	fmt.Fprintln(lines, line)
	if err := lines.Sync(); err != nil {
		panic(err)
	}
	all, err := os.ReadFile(file)
	if err != nil {
		panic(err)
	}
	fmt.Println("lines: " + strings.Join(strings.Fields(string(all)), " "))
}
