// A lossless YAML document over libyaml events.
