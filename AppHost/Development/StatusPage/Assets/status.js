// What cannot be done from the server: a log that stays at its end while it grows, unless its reader has scrolled away from there.

const nearEnd = 30; // pixels

class FollowEnd extends HTMLElement {
    #isFollowing = true;
    #growth = new MutationObserver(() => this.#isFollowing && this.#toEnd());

    connectedCallback() {
        this.addEventListener("scroll", () => this.#isFollowing = this.scrollHeight - this.clientHeight - this.scrollTop < nearEnd);
        this.#growth.observe(this, { childList: true, subtree: true, attributes: true });
    }

    disconnectedCallback() {
        this.#growth.disconnect();
    }

    follow() {
        this.#isFollowing = true;
        this.#toEnd();
    }

    #toEnd() {
        this.scrollTop = this.scrollHeight;
    }
}

customElements.define("follow-end", FollowEnd);

document.addEventListener("click", click => {
    const button = click.target.closest("[data-to-end]");
    if (button) {
        document.getElementById(button.dataset.toEnd).follow();
    }
});

// An AppHost that was started anew knows nothing of the page that it finds open.
document.getElementById("components-reconnect-modal").addEventListener("components-reconnect-state-changed", change => {
    if (change.detail.state === "rejected") {
        location.reload();
    }
});
