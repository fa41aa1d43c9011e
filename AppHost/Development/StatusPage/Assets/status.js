// What cannot be done from the server.

const nearEnd = 30; // pixels

// A log that stays at its end while it grows, until its reader scrolls up.
class FollowEnd extends HTMLElement {
    #isFollowing = true;
    #lastTop = 0;
    #growth = new MutationObserver(() => {
        this.#noticeReader();
        if (this.#isFollowing) {
            this.#toEnd();
        }
    });

    connectedCallback() {
        this.addEventListener("scroll", () => this.#noticeReader());
        this.#growth.observe(this, { childList: true, subtree: true, attributes: true });
    }

    disconnectedCallback() {
        this.#growth.disconnect();
    }

    follow() {
        this.#isFollowing = true;
        this.#toEnd();
    }

    // It may have grown since it was scrolled to its end: that it is not there any more is the reader's doing only if it went up.
    #noticeReader() {
        const toEnd = this.scrollHeight - this.clientHeight - this.scrollTop;
        const wentUp = this.scrollTop < this.#lastTop;
        this.#isFollowing = wentUp ? toEnd < 1 : this.#isFollowing || toEnd < nearEnd; // up to the end it goes when it has become shorter
        this.#lastTop = this.scrollTop;
    }

    #toEnd() {
        this.scrollTop = this.scrollHeight;
        this.#lastTop = this.scrollTop;
    }
}

customElements.define("follow-end", FollowEnd);

document.addEventListener("click", click => {
    const button = click.target.closest("[data-to-end]");
    if (button) {
        document.getElementById(button.dataset.toEnd).follow();
    }
});

// Blazor takes a link within the page for a navigation, which moves no focus.
document.addEventListener("click", click => {
    if (click.target.matches(".skip")) {
        click.preventDefault();
        document.getElementById("content").focus();
    }
}, { capture: true });

// An AppHost that was started anew knows nothing of the page that it finds open.
document.getElementById("components-reconnect-modal").addEventListener("components-reconnect-state-changed", change => {
    if (change.detail.state === "rejected") {
        location.reload();
    }
});
