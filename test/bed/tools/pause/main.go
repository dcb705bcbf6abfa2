// Holds the namespaces of a pod, a machine or a network as long as it runs. In a process namespace of its own it is the
// first process, and waits for those whose parent has ended.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signals := make(chan os.Signal, 64)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGCHLD)
	for received := range signals {
		if received != syscall.SIGCHLD {
			return
		}
		for id := 1; id > 0; {
			id, _ = syscall.Wait4(-1, nil, syscall.WNOHANG, nil)
		}
	}
}
