// Stands in for the pods of a network, and says what each of them reaches.
//
//	prober serve PORT…   listens on TCP ports, on 53 by UDP too, and answers questions on the control port
//	prober ask           reads {"ADDRESS": ["tcp HOST:PORT", "udp HOST:53", …]} and has the pods at these addresses try
//	                     them; writes {"ADDRESS": [true, false, …]}
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"strings"
	"sync"
	"time"
)

const controlPort = "65000"

// A policy that forbids a connection may say so, or let it run out.
const patience = 2 * time.Second

func main() {
	switch os.Args[1] {
	case "serve":
		serve(os.Args[2:])
	case "ask":
		ask()
	}
}

func serve(ports []string) {
	for _, port := range ports {
		go accept(port, func(connection net.Conn) { connection.Close() })
		if port == "53" {
			go echo(port)
		}
	}
	accept(controlPort, func(connection net.Conn) {
		defer connection.Close()
		var questions []string
		if json.NewDecoder(connection).Decode(&questions) == nil {
			json.NewEncoder(connection).Encode(all(questions, reaches))
		}
	})
}

func accept(port string, handle func(net.Conn)) {
	listener, err := net.Listen("tcp", ":"+port)
	if err != nil {
		log.Fatal(err)
	}
	for {
		if connection, err := listener.Accept(); err == nil {
			go handle(connection)
		}
	}
}

func echo(port string) {
	socket, err := net.ListenPacket("udp", ":"+port)
	if err != nil {
		log.Fatal(err)
	}
	for buffer := make([]byte, 512); ; {
		if length, from, err := socket.ReadFrom(buffer); err == nil {
			socket.WriteTo(buffer[:length], from)
		}
	}
}

func reaches(question string) bool {
	protocol, address, _ := strings.Cut(question, " ")
	connection, err := net.DialTimeout(protocol, address, patience)
	if err != nil {
		return false
	}
	defer connection.Close()
	if protocol == "tcp" {
		return true
	}
	connection.SetDeadline(time.Now().Add(patience))
	connection.Write(query)
	_, err = connection.Read(make([]byte, 512))
	return err == nil
}

// For the servers of the root: https://www.rfc-editor.org/rfc/rfc1035#section-4
var query = []byte{0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1}

func ask() {
	input, _ := io.ReadAll(os.Stdin)
	var questions map[string][]string
	if err := json.Unmarshal(input, &questions); err != nil {
		log.Fatal(err)
	}
	answers := map[string][]bool{}
	var lock sync.Mutex
	var group sync.WaitGroup
	for address, asked := range questions {
		group.Go(func() {
			answer, err := askOne(address, asked)
			if err != nil {
				log.Fatal(fmt.Errorf("%s: %w", address, err))
			}
			lock.Lock()
			defer lock.Unlock()
			answers[address] = answer
		})
	}
	group.Wait()
	json.NewEncoder(os.Stdout).Encode(answers)
}

func askOne(address string, questions []string) ([]bool, error) {
	connection, err := net.DialTimeout("tcp", net.JoinHostPort(address, controlPort), 10*time.Second)
	if err != nil {
		return nil, err
	}
	defer connection.Close()
	if err := json.NewEncoder(connection).Encode(questions); err != nil {
		return nil, err
	}
	var answer []bool
	err = json.NewDecoder(connection).Decode(&answer)
	return answer, err
}

func all(questions []string, try func(string) bool) []bool {
	answers := make([]bool, len(questions))
	var group sync.WaitGroup
	for index, question := range questions {
		group.Go(func() { answers[index] = try(question) })
	}
	group.Wait()
	return answers
}
