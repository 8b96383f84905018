// Reads rules and paths, one JSON object per line, and compares the paths that this SDK ignores with those that
// Docker's own matcher ignores, going folder by folder as Docker does. Rules that this SDK refuses are only counted.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/dockerignore"
	"github.com/moby/patternmatcher"
)

type example struct {
	Rules   string
	Paths   []string
	Ignored []string
	Refused bool
}

func ignored(given example) ([]string, error) {
	lines, err := dockerignore.ReadAll(strings.NewReader(given.Rules))
	if err != nil {
		return nil, err
	}
	matcher, err := patternmatcher.New(lines)
	if err != nil {
		return nil, err
	}
	found := []string{}
	for _, path := range given.Paths {
		names := strings.Split(path, "/")
		var matches patternmatcher.MatchInfo
		isIgnored := false
		for count := range names {
			isIgnored, matches, err = matcher.MatchesUsingParentResults(strings.Join(names[:count+1], "/"), matches)
			if err != nil {
				return nil, err
			}
		}
		if isIgnored {
			found = append(found, path)
		}
	}
	return found, nil
}

func main() {
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(nil, 1<<20)
	count, refusedByUs, failures := 0, 0, 0
	for input.Scan() {
		var given example
		if err := json.Unmarshal(input.Bytes(), &given); err != nil {
			panic(err)
		}
		count++
		theirs, err := ignored(given)
		if given.Refused {
			if err == nil {
				refusedByUs++
				fmt.Printf("%q: refused by this SDK alone\n", given.Rules)
			}
		} else if err != nil {
			failures++
			fmt.Printf("%q: refused by Docker: %v\n", given.Rules, err)
		} else if !reflect.DeepEqual(theirs, given.Ignored) {
			failures++
			fmt.Printf("%q: this SDK ignores %q, Docker ignores %q\n", given.Rules, given.Ignored, theirs)
		}
	}
	fmt.Printf("%d files of rules, %d read differently by Docker, %d refused by us alone\n", count, failures, refusedByUs)
	if failures > 0 || count == 0 {
		os.Exit(1)
	}
}
