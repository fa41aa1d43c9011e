namespace Regional.AppHost.Development;

/// <summary>A part of the stack, with all that it needs.</summary>
internal static class Selection
{
    /// <summary>Takes from the stack what is neither named nor needed by what is named.</summary>
    /// <exception cref="DistributedApplicationException">There is no resource of such a name.</exception>
    public static void KeepOnly(this IResourceCollection resources, IReadOnlyCollection<string> names)
    {
        var kept = new HashSet<IResource>();
        foreach (var name in names)
        {
            var named = resources.FirstOrDefault(resource => string.Equals(resource.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new DistributedApplicationException(
                    $"--only names '{name}', which is not in this stack. There are: {string.Join(", ", resources.Select(resource => resource.Name))}.");
            Keep(named, kept);
        }

        foreach (var other in resources.Except(kept).ToList())
        {
            resources.Remove(other);
        }
    }

    private static void Keep(IResource resource, HashSet<IResource> kept)
    {
        if (!kept.Add(resource))
        {
            return;
        }

        var needed = resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(relationship => relationship.Resource);
        foreach (var other in resource is IResourceWithParent part ? needed.Append(part.Parent) : needed)
        {
            Keep(other, kept);
        }
    }
}
