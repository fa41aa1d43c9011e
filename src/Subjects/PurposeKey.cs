using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Regional.ServiceDefaults.Storage;

namespace Regional.Subjects;

/// <summary>The key of a purpose, under which its numbers are digested.</summary>
/// <remarks>Nobody has the numbers, so rows can be rewritten only when a number is seen. After a mere change the old rows stay in the old form until then.
/// When the key has leaked, every row is digested once more under the new key, at once: who has the old key can do nothing with it any more.</remarks>
public sealed class PurposeKey(string purpose, Database database, SecretKeys keys) : IRotatedKey
{
    private const int RowsAtOnce = 1_000;

    private const string Add = "insert into number_digests(purpose, form, keys) values (@purpose, @form, @keys) on conflict do nothing";
    private const string Remove = "delete from number_digests where purpose = @purpose and form = @form";
    private const string ReadPage = "select hmac from subjects where purpose = @purpose and form = @form and hmac > @after order by hmac limit @limit";
    private const string Renew = "update subjects set hmac = @renewed, form = @form where purpose = @purpose and hmac = @hmac";

    /// <inheritdoc/>
    public string Name => purpose;

    /// <inheritdoc/>
    public async Task<string> Rotate(bool leaked)
    {
        while (true)
        {
            var key = NextKey(await database.Write(transaction => NumberDigests.HoldAlone(transaction, purpose)));
            // In a transaction of its own: a key that nothing rests on yet does no harm, and is used by the next try.
            await keys.Open([key]);
            if (await database.Write(transaction => Rotate(transaction, key, leaked)) is { } rewritten)
            {
                await database.Purge();
                return leaked
                    ? $"Key {purpose} is replaced by {key}, and {rewritten} rows rest on it. Keep {purpose}'s former keys: they are still needed to find rows that are not seen again, and nobody else can do anything with them."
                    : $"Key {purpose} is followed by {key}. Keep the former one until a start says that nothing rests on it.";
            }
        }
    }

    /// <summary>Gives up the forms in which no row is left.</summary>
    /// <returns>Names of the keys on which nothing rests any more.</returns>
    public async Task<IReadOnlyList<string>> Retire()
    {
        var retired = await database.Write(async transaction =>
        {
            var forms = await NumberDigests.HoldAlone(transaction, purpose);
            var empty = new List<DigestForm>();
            foreach (var form in forms.NewestFirst.Skip(1))
            {
                var page = new { purpose, form = form.Number, after = Array.Empty<byte>(), limit = 1 };
                if (!(await transaction.Connection!.QueryAsync<byte[]>(ReadPage, page, transaction)).Any())
                {
                    await transaction.Connection!.ExecuteAsync(Remove, page, transaction);
                    empty.Add(form);
                }
            }

            return empty.SelectMany(f => f.Keys).Except(forms.NewestFirst.Except(empty).SelectMany(f => f.Keys)).ToList();
        });
        await keys.Forget(retired);
        return retired;
    }

    private async Task<int?> Rotate(DbTransaction transaction, string key, bool leaked)
    {
        var forms = await NumberDigests.HoldAlone(transaction, purpose);
        if (NextKey(forms) != key)
        {
            return null;
        }

        var rewritten = 0;
        var next = forms.Newest.Number + 1;
        // From the oldest on, so that the order in which they are tried stays.
        foreach (var form in forms.NewestFirst.Reverse())
        {
            if (leaked)
            {
                await transaction.Connection!.ExecuteAsync(Remove, new { purpose, form = form.Number }, transaction);
                await AddForm(transaction, new(next, [.. form.Keys, key]));
                rewritten += await DigestAgain(transaction, form.Number, next++, keys.Get(key));
            }
            else
            {
                await AddForm(transaction, form);
            }
        }

        await AddForm(transaction, new(next, [key]));
        return rewritten;
    }

    private async Task<int> DigestAgain(DbTransaction transaction, int from, int form, byte[] key)
    {
        var connection = transaction.Connection!;
        for (var (after, rows) = (Array.Empty<byte>(), 0); ;)
        {
            // What was rewritten has another form, wherever it lies now.
            var page = (await connection.QueryAsync<byte[]>(ReadPage, new { purpose, form = from, after, limit = RowsAtOnce }, transaction)).ToList();
            if (page.Count == 0)
            {
                return rows;
            }

            await connection.ExecuteAsync(Renew, page.Select(hmac => new { purpose, form, hmac, renewed = HMACSHA256.HashData(key, hmac) }), transaction);
            (after, rows) = (page[^1], rows + page.Count);
        }
    }

    private Task AddForm(DbTransaction transaction, DigestForm form) =>
        transaction.Connection!.ExecuteAsync(Add, new { purpose, form = form.Number, keys = string.Join(' ', form.Keys) }, transaction);

    private string NextKey(DigestForms forms) => SecretKeys.NameOf(purpose, forms.NewestFirst.SelectMany(f => f.Keys).Max(key => SecretKeys.VersionOf(purpose, key)) + 1);
}
