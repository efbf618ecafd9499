package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/digiteket/onskemal/classify"
	"github.com/digiteket/onskemal/store"
)

type forgetOptions struct {
	yes bool
}

func newForgetCommand(g *globals) *cobra.Command {
	var opts forgetOptions
	cmd := &cobra.Command{
		Use:   "forget ADDRESS --yes",
		Short: "Remove a person and all that is hers (GDPR, article 17)",
		Long: `Forget removes the person with an address: the wishes, the offers, the mails, those
in quarantine too, and the hash. What other people wished in a mail of hers stays,
as does their mail that holds wishes of hers or names her; but its bytes, subject
and Message-ID go. Then the database file is rewritten, so that it holds nothing of
her in free pages or in its log.

The mails do not come back from the mailbox, nor from files: a keyed digest of each
stays. The mails in the mailbox itself are left alone, and what she writes from now
on counts anew. Backups made before still hold her: make a new one, and remove them.

With an address go those with which it was merged ('onskemal people merge'). Where no
mail from one of these is kept, its address is not known: other people's mails that
name it keep it until their time is over.

Without --yes it says what would go, and ends with exit status 2. A person who is
known by her name (see 'onskemal person --help') is forgotten by that.`,
		Example: "  onskemal forget anna@nykulla.example --yes",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runForget(cmd.Context(), addressIn(args[0]), opts, g)
		},
	}
	cmd.Flags().BoolVar(&opts.yes, "yes", false, "do it; it cannot be undone")
	return cmd
}

func runForget(ctx context.Context, address string, opts forgetOptions, g *globals) error {
	if !opts.yes {
		return proposeForget(ctx, address, g)
	}
	s, err := g.settings()
	if err != nil {
		return err
	}
	if slices.Contains(s.addresses(), strings.ToLower(address)) {
		return errMailboxItself
	}
	c, err := s.classifier()
	if err != nil {
		return err
	}
	return withStored(ctx, s, func(db *store.Store) error {
		gone, err := db.Forget(ctx, address, s.reader(c, s.subjects()))
		if err != nil {
			return aboutPerson(err)
		}
		if err := sayMerged(g, gone.Addresses); err != nil {
			return err
		}
		_, err = fmt.Fprintf(g.out, "Borttaget: mejl %d, önskemål %d, erbjudanden %d, mejl i karantän %d. Andras mejl utan personens uppgifter: %d.\n",
			gone.Messages, gone.Wishes, gone.Offers, gone.Quarantined, gone.Unlinked)
		return err
	})
}

// sayMerged tells that a person has other addresses, too.
func sayMerged(g *globals, addresses int) error {
	if addresses < 2 {
		return nil
	}
	_, err := fmt.Fprintf(g.out, "Personen har %d sammanslagna adresser; det gäller alla.\n", addresses)
	return err
}

// errMailboxItself guards against taking the bytes of all mails, which name the
// mailbox.
var errMailboxItself = usageError{errors.New("that is the address of a mailbox in the configuration, not of a person")}

func proposeForget(ctx context.Context, address string, g *globals) error {
	return g.withExisting(ctx, func(s settings, db *store.Store, c *classify.Classifier) error {
		if slices.Contains(s.addresses(), strings.ToLower(address)) {
			return errMailboxItself
		}
		held, err := db.Held(ctx, address, s.reader(func() *classify.Classifier { return c }, s.subjects()))
		if err != nil {
			return aboutPerson(err)
		}
		var mails, unlinked, wishes, offers int
		for _, m := range held.Messages {
			if m.Sent && m.Others == 0 {
				mails++
			} else {
				unlinked++
			}
			wishes += len(m.Wishes)
			offers += len(m.Offers)
		}
		if err := sayMerged(g, 1+len(held.Merged)); err != nil {
			return err
		}
		_, err = fmt.Fprintf(g.out, "Skulle tas bort: mejl %d, önskemål %d, erbjudanden %d, mejl i karantän %d. Mejl med andras önskemål blir kvar utan personens uppgifter: %d.\n",
			mails, wishes, offers, len(held.Quarantined), unlinked)
		if err != nil {
			return err
		}
		return usageError{errors.New("nothing was removed: give --yes to do it; it cannot be undone")}
	})
}
