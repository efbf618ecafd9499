# What a developer runs. Everything needs Go; `make test` uses the mail servers
# that are there, and names those that are not.

GO      ?= go
BIN     := bin/onskemal
FLAGS   := -trimpath -ldflags "-s -w"
FUZZ    ?= 20s
SHARED  ?= ../shared
DICT    ?= /usr/share/hunspell/sv_SE.dic

# Where the tests find what `make servers` unpacked.
export MAILBOXTEST_SERVERS ?= /opt/onskemal-servers

.PHONY: build test servers check demo bench fuzz score collisions clean

build:
	CGO_ENABLED=0 $(GO) build $(FLAGS) -o $(BIN) ./cmd/onskemal

# With CI=true: the checks first, the race detector on, and a missing server or
# sample collection is a failure instead of a skip.
ifeq ($(CI),true)
test: check
	$(GO) test -race -timeout 25m ./...
else
test:
	@PATH=$$PATH:/usr/sbin command -v dovecot >/dev/null || echo "dovecot is not installed: the tests with a real server are skipped"
	@[ -d $(MAILBOXTEST_SERVERS) ] || echo "$(MAILBOXTEST_SERVERS) is not there: the tests with Cyrus and Courier are skipped (root can make it: make servers)"
	@[ -d $(SHARED) ] || echo "$(SHARED) is not there: the tests with its mails are skipped"
	$(GO) test ./...
endif

# Cyrus and Courier, on Debian as root.
servers:
	.ci/servers $(MAILBOXTEST_SERVERS)

check:
	@unformatted=$$(gofmt -l cmd mailparse classify store testdata); \
	if [ -n "$$unformatted" ]; then echo "not gofmt-ed: $$unformatted"; exit 1; fi
	$(GO) vet ./... ./testdata
	$(GO) tool staticcheck ./... ./testdata
	$(GO) mod verify
	CGO_ENABLED=0 $(GO) build -o /dev/null ./cmd/onskemal

demo: build
	./$(BIN) demo

# Throughput of each stage and of the whole process, and beside other programs on
# the same mails: those that take them from a mailbox (isync, getmail6 and
# fetchmail, where they are installed) and those that read them. Figures, never
# verdicts.
bench: build
	$(GO) test -run '^$$' -bench . -benchmem ./...
	PEERS=true $(GO) test -count 1 -v -timeout 1h -run TestPollPeers ./cmd/onskemal
	@cd testdata/peers && if $(GO) mod download >/dev/null 2>&1; then $(GO) test -count 1 -v -run TestPeers .; else echo "the peers cannot be had: no comparison"; fi

fuzz:
	$(GO) test -run '^$$' -fuzz FuzzParse -fuzztime $(FUZZ) ./mailparse
	$(GO) test -run '^$$' -fuzz FuzzSplit -fuzztime $(FUZZ) ./mailparse
	$(GO) test -run '^$$' -fuzz FuzzHTML -fuzztime $(FUZZ) ./mailparse
	$(GO) test -run '^$$' -fuzz FuzzDecodeHeader -fuzztime $(FUZZ) ./mailparse
	$(GO) test -run '^$$' -fuzz FuzzDocument -fuzztime $(FUZZ) ./mailparse
	$(GO) test -run '^$$' -fuzz FuzzClassify -fuzztime $(FUZZ) ./classify
	$(GO) test -run '^$$' -fuzz FuzzRead -fuzztime $(FUZZ) ./classify

# Words of a Swedish dictionary that are taken for a keyword by accident.
collisions:
	@[ -f $(DICT) ] || { echo "$(DICT) is not there: install hunspell-sv, or name another dictionary with DICT="; exit 1; }
	DICTIONARY=$(DICT) $(GO) test -count=1 -run TestCollisions ./classify

# How the sample mails are read, against what their writers meant.
score: build
	./$(BIN) parse --json $(SHARED)/corpus/*.eml > bin/read.jsonl
	python3 $(SHARED)/eval/score.py $(SHARED)/corpus/truth.jsonl bin/read.jsonl
	python3 $(SHARED)/eval/score.py --wishes $(SHARED)/corpus/truth.jsonl | ./$(BIN) classify --json > bin/topics.jsonl
	python3 $(SHARED)/eval/score.py $(SHARED)/corpus/truth.jsonl bin/topics.jsonl --classify

clean:
	rm -rf bin onskemal-demo.db*
