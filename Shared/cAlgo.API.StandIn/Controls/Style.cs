namespace cAlgo.API;

public class Style
{
    private readonly Style _parent;
    private readonly Dictionary<(ControlProperty Property, ControlState State), object> _values = new();

    public Style()
    {
    }

    public Style(Style parentStyle)
    {
        _parent = parentStyle;
    }

    public void Set(ControlProperty property, object value) => Set(property, value, 0);

    public void Set(ControlProperty property, object value, ControlState state) => _values[(property, state)] = value;

    public object Get(ControlProperty property) => Get(property, 0);

    /// <summary>The value of the most specific state that is contained in the given one, here or in the parent.</summary>
    public object Get(ControlProperty property, ControlState state)
    {
        object best = null;
        int bestCount = -1;
        foreach (((ControlProperty key, ControlState when), object value) in _values)
        {
            int count = System.Numerics.BitOperations.PopCount((uint)when);
            if (key == property && (when & state) == when && count > bestCount)
            {
                best = value;
                bestCount = count;
            }
        }

        return best ?? _parent?.Get(property, state);
    }
}
