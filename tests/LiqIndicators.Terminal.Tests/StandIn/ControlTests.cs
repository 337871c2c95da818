using cAlgo.API;

namespace LiqIndicators.Terminal.Tests.StandIn;

public sealed class ControlTests
{
    [Fact]
    public void Property_SetOnTheControl_WinsOverItsStyle()
    {
        Style style = new();
        style.Set(ControlProperty.FontSize, 20.0);
        TextBlock text = new() { Style = style };

        Assert.Equal(20, text.FontSize);
        text.FontSize = 9;
        Assert.Equal(9, text.FontSize);
        text.ResetProperty(ControlProperty.FontSize);
        Assert.Equal(20, text.FontSize);
    }

    [Fact]
    public void Style_States_GiveTheMostSpecificOne()
    {
        Style parent = new();
        parent.Set(ControlProperty.Opacity, 0.1);
        Style style = new(parent);
        style.Set(ControlProperty.BackgroundColor, Color.Black, ControlState.DarkTheme);
        style.Set(ControlProperty.BackgroundColor, Color.Gray, ControlState.DarkTheme | ControlState.Hover);

        Assert.Equal(Color.Black, style.Get(ControlProperty.BackgroundColor, ControlState.DarkTheme));
        Assert.Equal(Color.Gray, style.Get(ControlProperty.BackgroundColor, ControlState.DarkTheme | ControlState.Hover));
        Assert.Null(style.Get(ControlProperty.BackgroundColor));
        Assert.Equal(0.1, style.Get(ControlProperty.Opacity));
    }

    [Fact]
    public void AddChild_AlreadyInside_IsRefused()
    {
        TextBlock text = new();
        StackPanel first = new();
        first.AddChild(text);

        Assert.Throws<InvalidOperationException>(() => new StackPanel().AddChild(text));
        first.RemoveChild(text);
        new StackPanel().AddChild(text);
    }

    [Fact]
    public void IsChecked_Changed_RaisesTheEventOfItsValueOnce()
    {
        List<string> events = [];
        CheckBox box = new() { IsThreeState = true };
        box.Checked += _ => events.Add("checked");
        box.Unchecked += _ => events.Add("unchecked");
        box.Indeterminate += _ => events.Add("indeterminate");

        box.IsChecked = true;
        box.IsChecked = true;
        box.IsChecked = null;
        box.IsChecked = false;

        Assert.Equal(["checked", "indeterminate", "unchecked"], events);
    }

    [Fact]
    public void Grid_RowsAndColumns_KeepTheirIndexAndLength()
    {
        Grid grid = new(2, 1);
        grid.AddRow().SetHeightInPixels(30);
        grid.Columns[0].SetWidthToAuto();

        grid.RemoveRowAt(0);

        Assert.Equal([0, 1], grid.Rows.Select(row => row.Index));
        Assert.Equal(30, grid.Rows[1].Height.Value);
        Assert.Equal(GridUnitType.Pixel, grid.Rows[1].Height.UnitType);
        Assert.Equal(GridUnitType.Auto, grid.Columns[0].Width.UnitType);
    }

    [Theory]
    [InlineData("4", 4, 4, 4, 4)]
    [InlineData("4 8", 4, 8, 4, 8)]
    [InlineData("1,2,3,4", 1, 2, 3, 4)]
    public void Thickness_Text_GivesItsSides(string text, double left, double top, double right, double bottom) =>
        Assert.Equal(new Thickness(left, top, right, bottom), text);

    [Fact]
    public void Thickness_ThreeNumbers_IsRefused() => Assert.Throws<FormatException>(() => (Thickness)"1 2 3");
}
