// The arrow keys go from row to row: there may be hundreds, and the tab key has other things to reach.
document.addEventListener("keydown", key => {
    const row = key.target.closest("[data-rows] .row");
    const step = { ArrowDown: 1, ArrowUp: -1 }[key.key];
    if (row && step) {
        const rows = [...row.closest("[data-rows]").querySelectorAll(".row")];
        rows[rows.indexOf(row) + step]?.focus();
        key.preventDefault();
    }
});
