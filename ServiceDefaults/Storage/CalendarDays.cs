using System.Data;
using System.Globalization;
using Dapper;

namespace Regional.ServiceDefaults.Storage;

/// <summary>A day is a <c>date</c> on PostgreSQL and <c>yyyy-MM-dd</c> on SQLite; the drivers know, so Dapper hands it over as it is.</summary>
internal sealed class CalendarDays : SqlMapper.TypeHandler<DateOnly>
{
    public static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateOnly?));
        SqlMapper.AddTypeHandler(new CalendarDays());
    }

    public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = value;

    public override DateOnly Parse(object value) => value switch
    {
        DateOnly day => day,
        DateTime moment => DateOnly.FromDateTime(moment),
        _ => DateOnly.ParseExact((string)value, "O", CultureInfo.InvariantCulture),
    };
}
