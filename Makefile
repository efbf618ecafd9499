# What a developer runs. Everything needs Go; `make test` uses the mail servers
# that are there, and names those that are not.

GO      ?= go
OUT     ?= bin
BIN     := $(abspath $(OUT))/onskemal
FUZZ    ?= 20s
SHARED  ?= ../shared
DICT    ?= /usr/share/hunspell/sv_SE.dic

# What 'onskemal version' says: the tag, or the day and the commit.
ifndef VERSION
VERSION := $(shell git describe --tags --match 'v[0-9]*' --abbrev=12 --dirty 2>/dev/null || { \
	day=$$(git log -1 --date=format:%Y%m%d --format=%cd) && \
	echo v0.0.0-$$day-$$(git describe --always --abbrev=12 --dirty --exclude '*'); } 2>/dev/null || echo v0.0.0)
endif

# The date of all that is packed, so that the same commit gives the same bytes.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

FLAGS := -trimpath -buildvcs=false -ldflags "-s -w -buildid= -X main.version=$(VERSION)"

# Where things are installed, and made.
PREFIX  ?= /usr/local
DESTDIR ?=
TARGETS ?= linux-amd64 linux-arm64 windows-amd64 darwin-amd64 darwin-arm64
ROOT     = $(DESTDIR)$(PREFIX)
DEPLOY  := cmd/onskemal/deploy
ARCHIVE := $(OUT)/dist/onskemal-$(VERSION)
TAR     ?= tar

# Where the tests find what `make servers` unpacked.
export MAILBOXTEST_SERVERS ?= /opt/onskemal-servers

.PHONY: build man completions install dist deb test servers check demo bench fuzz score collisions clean

build:
	CGO_ENABLED=0 $(GO) build $(FLAGS) -o $(BIN) ./cmd/onskemal

man: build
	rm -rf $(OUT)/man && mkdir -p $(OUT)/man
	$(BIN) man $(OUT)/man

completions: build
	rm -rf $(OUT)/completions && mkdir -p $(OUT)/completions
	$(BIN) completion bash > $(OUT)/completions/onskemal.bash
	$(BIN) completion zsh > $(OUT)/completions/_onskemal
	$(BIN) completion fish > $(OUT)/completions/onskemal.fish
	$(BIN) completion powershell > $(OUT)/completions/onskemal.ps1

# Below DESTDIR, if that is set. The units are there to be enabled.
install: man completions
	install -d $(ROOT)/bin $(ROOT)/share/man/man1 $(ROOT)/lib/systemd/system $(ROOT)/share/doc/onskemal/examples \
		$(ROOT)/share/bash-completion/completions $(ROOT)/share/zsh/vendor-completions $(ROOT)/share/fish/vendor_completions.d
	install -m 755 $(BIN) $(ROOT)/bin/onskemal
	install -m 644 $(OUT)/man/*.1 $(ROOT)/share/man/man1
	gzip -9nf $(ROOT)/share/man/man1/onskemal*.1
	install -m 644 $(OUT)/completions/onskemal.bash $(ROOT)/share/bash-completion/completions/onskemal
	install -m 644 $(OUT)/completions/_onskemal $(ROOT)/share/zsh/vendor-completions/_onskemal
	install -m 644 $(OUT)/completions/onskemal.fish $(ROOT)/share/fish/vendor_completions.d/onskemal.fish
	install -m 644 $(DEPLOY)/*.service $(DEPLOY)/*.timer $(ROOT)/lib/systemd/system
	install -m 644 $(DEPLOY)/cron $(DEPLOY)/onskemal.toml $(ROOT)/share/doc/onskemal/examples
	sed -i.orig 's,/usr/bin/onskemal,$(PREFIX)/bin/onskemal,' $(ROOT)/lib/systemd/system/onskemal*.service $(ROOT)/share/doc/onskemal/examples/cron
	rm -f $(ROOT)/lib/systemd/system/onskemal*.orig $(ROOT)/share/doc/onskemal/examples/cron.orig
	install -m 644 README.md $(ROOT)/share/doc/onskemal
	install -m 644 LICENSE $(ROOT)/share/doc/onskemal/copyright

# Static programs for the usual systems, with their pages and the examples: the
# same bytes for the same commit and the same Go. It needs GNU tar (TAR=gtar).
dist: $(TARGETS:%=$(ARCHIVE)-%.tar.gz)
	cd $(OUT)/dist && sha256sum onskemal-$(VERSION)-*.tar.gz > SHA256SUMS

$(ARCHIVE)-%.tar.gz: man completions
	rm -rf $(OUT)/dist/$* && mkdir -p $(OUT)/dist/$*/onskemal-$(VERSION)
	CGO_ENABLED=0 GOOS=$(word 1,$(subst -, ,$*)) GOARCH=$(word 2,$(subst -, ,$*)) \
		$(GO) build $(FLAGS) -o $(OUT)/dist/$*/onskemal-$(VERSION)/ ./cmd/onskemal
	cp -R README.md LICENSE $(OUT)/man $(OUT)/completions $(OUT)/dist/$*/onskemal-$(VERSION)
	mkdir $(OUT)/dist/$*/onskemal-$(VERSION)/examples
	cp $(DEPLOY)/cron $(DEPLOY)/onskemal* $(OUT)/dist/$*/onskemal-$(VERSION)/examples
	$(TAR) --create --format=ustar --sort=name --mtime=@$(SOURCE_DATE_EPOCH) --owner=0 --group=0 --numeric-owner \
		--mode=u=rwX,go=rX --directory=$(OUT)/dist/$* onskemal-$(VERSION) | gzip -9n > $@
	rm -rf $(OUT)/dist/$*

# A Debian package for this machine's processor.
deb:
	rm -rf $(OUT)/deb && mkdir -p $(OUT)/dist
	$(MAKE) install DESTDIR=$(abspath $(OUT))/deb PREFIX=/usr
	find $(OUT)/deb -exec touch -h -d @$(SOURCE_DATE_EPOCH) {} +
	PACKAGE_ROOT=$(OUT)/deb PACKAGE_ARCH=$$($(GO) env GOARCH) PACKAGE_VERSION=$(subst -,+,$(VERSION:v%=%)) \
		$(GO) tool -modfile=$(DEPLOY)/nfpm/go.mod nfpm package --config $(DEPLOY)/nfpm/nfpm.yaml --packager deb --target $(OUT)/dist

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
	for os in linux windows darwin; do CGO_ENABLED=0 GOOS=$$os $(GO) build -o /dev/null ./cmd/onskemal || exit 1; done

demo: build
	$(BIN) demo

# The program's jobs beside other programs at the same mails: one table, also in
# bench.json. Figures, never verdicts. With SHORT=1 the mails are few, and only the
# counts say something; with MILLION=1 there are up to a million.
bench:
	testdata/peers/install $(OUT)/peers
	BENCH=$(if $(SHORT),short,$(if $(MILLION),million,full)) BENCH_JSON=$(abspath $(OUT))/bench.json PEERS=$(abspath $(OUT))/peers \
		$(GO) test -count 1 -v -timeout 5h -run '^TestBench$$' ./cmd/onskemal

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
	$(BIN) parse --json $(SHARED)/corpus/*.eml > $(OUT)/read.jsonl
	python3 $(SHARED)/eval/score.py $(SHARED)/corpus/truth.jsonl $(OUT)/read.jsonl
	python3 $(SHARED)/eval/score.py --wishes $(SHARED)/corpus/truth.jsonl | $(BIN) classify --json > $(OUT)/topics.jsonl
	python3 $(SHARED)/eval/score.py $(SHARED)/corpus/truth.jsonl $(OUT)/topics.jsonl --classify

clean:
	rm -rf $(OUT) onskemal-demo.db*
