// Reads Dockerfiles with BuildKit's parser. Each input line is a JSON object with a text; its output line has the lines
// of that text or the parser's error. Scripts/test-dockerfiles builds this program inside BuildKit's source tree.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

type line struct {
	Number    int      `json:"number"`
	Text      string   `json:"text"`
	Options   []string `json:"options"`
	Documents []string `json:"documents"`
}

type answer struct {
	Lines []line `json:"lines"`
	Error string `json:"error"`
}

func read(text string) answer {
	result, err := parser.Parse(strings.NewReader(text))
	if err != nil {
		return answer{Error: err.Error()}
	}
	lines := []line{}
	for _, node := range result.AST.Children {
		documents := []string{}
		for _, document := range node.Heredocs {
			documents = append(documents, document.Content)
		}
		lines = append(lines, line{node.StartLine, node.Original, append([]string{}, node.Flags...), documents})
	}
	return answer{Lines: lines}
}

func answerAll() error {
	output := bufio.NewWriter(os.Stdout)
	decoder, encoder := json.NewDecoder(bufio.NewReader(os.Stdin)), json.NewEncoder(output)
	for decoder.More() {
		var row struct {
			Text string `json:"text"`
		}
		if err := decoder.Decode(&row); err != nil {
			return err
		}
		if err := encoder.Encode(read(row.Text)); err != nil {
			return err
		}
	}
	return output.Flush()
}

func main() {
	if err := answerAll(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
